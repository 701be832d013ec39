package app.keyhold.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// Where a Linux has no graphics card, JavaFX would load some 60 MB of libraries to find that out, and then draw by itself. So
/// it is told before it starts. Drawing by itself, it need not keep 8 MB of painted backgrounds either, which spare a card its
/// work.
final class PrismOrder {
    private static final String LINUX = "Linux"; // not words
    private static final String ORDER = "prism.order";
    /// Of the kernel's drivers, of NVIDIA's own, of Windows' subsystem for Linux.
    private static final List<String> CARDS = List.of("dri", "nvidiactl", "dxg");

    private PrismOrder() {}

    /// Before the toolkit starts.
    static void choose() {
        choose(Path.of("/dev"), System.getProperties());
    }

    static void choose(Path devices, Properties system) {
        boolean isLinux = LINUX.equals(system.getProperty("os.name"));
        boolean hasCard = CARDS.stream().map(devices::resolve).anyMatch(Files::exists);
        if (isLinux && !hasCard && !system.containsKey(ORDER)) {
            system.setProperty(ORDER, "sw");
            system.setProperty("prism.disableRegionCaching", "true");
        }
    }
}
