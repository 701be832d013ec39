package app.keyhold.vault.operation;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.vault.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Copies of the vault that Keyhold made: whatever lies in the vault's own folder, and what the vault remembers having
/// written elsewhere. What was copied by hand nobody can list.
public final class KnownBackups {
    static final String SETTING = "vault.backups";
    /// The newest are remembered; a person with more has them made by a timer and in one folder.
    private static final int MOST = 1_000;

    private final Path folder;

    /// @param folder the vault's `backups`
    public KnownBackups(Path folder) {
        this.folder = folder;
    }

    /// @param made when, if the vault remembers it
    /// @param generation of the header in it: a passphrase changed later still opens it
    /// @param there whether the file can be seen now; it may lie on a disk that is not connected
    public record Backup(String file, Optional<Instant> made, Optional<Long> generation, boolean there) {}

    /// By path.
    public List<Backup> all(View view) {
        List<Remembered> remembered = remembered(view);
        var known = Stream.concat(
                remembered.stream().map(Remembered::shown),
                inFolder().stream()
                        .filter(file -> remembered.stream().noneMatch(one -> one.file().equals(file)))
                        .map(file -> new Backup(file, Optional.empty(), Optional.empty(), true)));
        return known.sorted(Comparator.comparing(Backup::file)).toList();
    }

    /// The same, by name alone.
    public List<String> files(View view) {
        return all(view).stream().map(Backup::file).toList();
    }

    static void remember(UnitOfWork work, String file, Instant made, long generation) {
        var all = new ArrayList<>(without(work, file));
        all.add(new Remembered(made, generation, file));
        put(work, all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /// @return whether it was remembered
    static boolean forget(UnitOfWork work, String file) {
        List<Remembered> left = without(work, file);
        boolean known = left.size() < remembered(work).size();
        if (known) {
            put(work, left);
        }
        return known;
    }

    private static List<Remembered> without(View view, String file) {
        return remembered(view).stream().filter(one -> !one.file().equals(file)).toList();
    }

    private static void put(UnitOfWork work, List<Remembered> all) {
        work.putSetting(SETTING, all.stream().map(Remembered::line).collect(Collectors.joining("\n")));
    }

    private static List<Remembered> remembered(View view) {
        return view.setting(SETTING).map(String::lines).orElse(Stream.empty())
                .map(Remembered::parse)
                .toList();
    }

    private List<String> inFolder() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException failed) {
            throw DiskFailure.of("The backups could not be listed", failed);
        }
    }

    /// A line of the setting: time, generation, path.
    private record Remembered(Instant made, long generation, String file) {
        static Remembered parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Remembered(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
        }

        String line() {
            return made + " " + generation + " " + file;
        }

        Backup shown() {
            return new Backup(file, Optional.of(made), Optional.of(generation), Files.isRegularFile(Path.of(file)));
        }
    }
}
