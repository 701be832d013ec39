package app.keyhold.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Copies of a vault's folder at each step of a change: what a kill at that moment leaves.
final class Snapshots implements Consumer<String> {
    private final Path vault;
    private final Path into;
    private final List<String> steps = new ArrayList<>();

    Snapshots(Path vault, Path into) {
        this.vault = vault;
        this.into = into;
    }

    @Override
    public void accept(String step) {
        var name = "%02d %s".formatted(steps.size(), step);
        steps.add(name);
        copy(vault, into.resolve(name));
    }

    List<Path> folders() {
        return steps.stream().map(into::resolve).toList();
    }

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
