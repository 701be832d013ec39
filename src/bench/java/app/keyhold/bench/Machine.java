package app.keyhold.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What the figures were measured on.
final class Machine {
    private Machine() {}

    static String describe(Path folder) throws IOException {
        return """
                - processor: %d cores, %s
                - kernel: %s %s, file system of the vaults: %s
                - Java: %s (%s)
                - load average at the start: %s
                """
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Files.getFileStore(folder).type(),
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.vm.vendor"),
                        load());
    }

    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        if (!Files.exists(facts)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(facts)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }
}
