package app.keyhold.desktop.files;

import app.keyhold.files.FileException;
import app.keyhold.files.FileService;
import app.keyhold.files.Inspection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the headers of encrypted files tell before anything is asked of a key.
final class DecryptionFacts {
    /// Headers read to tell about a drop.
    private static final int READ = 20;

    private DecryptionFacts() {}

    static String of(Survey.Group group, List<KeyChoice> keys) {
        var headers = group.sources().stream()
                .filter(Files::isRegularFile)
                .limit(READ)
                .flatMap(file -> inspect(file).stream())
                .toList();
        if (headers.isEmpty()) {
            return "";
        }
        String opens = headers.stream()
                .flatMap(header -> header.keyArns().stream())
                .distinct()
                .map(arn -> name(arn, keys))
                .collect(Collectors.joining(", "));
        String context = headers.size() == 1 ? context(headers.getFirst().context()) : "";
        return "Opened by " + opens + "." + context;
    }

    private static List<Inspection> inspect(Path file) {
        try {
            return List.of(FileService.inspect(file));
        } catch (FileException unreadable) {
            return List.of();
        }
    }

    private static String name(String arn, List<KeyChoice> keys) {
        return keys.stream()
                .filter(key -> key.arn().equals(arn))
                .map(KeyChoice::name)
                .findFirst()
                .orElse(arn);
    }

    private static String context(Map<String, String> context) {
        String pairs = context.entrySet().stream()
                .filter(pair -> !pair.getKey().startsWith("aws-crypto-"))
                .map(pair -> pair.getKey() + " = " + pair.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return pairs.isEmpty() ? "" : " Context: " + pairs + ".";
    }
}
