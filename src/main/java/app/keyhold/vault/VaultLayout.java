package app.keyhold.vault;

import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.HeaderFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Where things are in a folder of a vault: that of its home Region, or of another one, which looks the same.
///
/// @param reached told after each step of a change that a crash could follow
record VaultLayout(Path folder, Consumer<String> reached) {
    static VaultLayout of(Path folder) {
        return of(folder, step -> {});
    }

    static VaultLayout of(Path folder, Consumer<String> reached) {
        return new VaultLayout(folder.toAbsolutePath().normalize(), reached);
    }

    HeaderFiles header() {
        return new HeaderFiles(folder, reached);
    }

    Path regions() {
        return folder.resolve("regions");
    }

    Path database(String region) {
        return regions().resolve(region + ".db");
    }

    /// Where a restore puts another Region than the home: inside, to be moved elsewhere with `region add`.
    static Path restored(Path folder, String region) {
        return folder.resolve("replicas").resolve(region);
    }

    Path backups() {
        return folder.resolve("backups");
    }

    /// The Region whose database lies in this folder: one of the header's, the home before others.
    ///
    /// @throws VaultException DAMAGED
    String region(Header header) {
        return header.regions().stream()
                .filter(name -> Files.isRegularFile(database(name)))
                .findFirst()
                .orElseThrow(() -> new VaultException(
                        VaultException.Kind.DAMAGED,
                        "There is a header but no database of this vault in " + regions() + ".",
                        "Put the folder back from a backup; if it was to become a Region, add it once more: "
                                + "keyhold region add NAME " + folder));
    }

    /// Where another Region may be: first where it was in relation to this folder, if that has moved, then where it was.
    List<VaultLayout> candidates(Header header, String here, Header.Place wanted) {
        var recorded = Path.of(wanted.path());
        var moved = header.place(here)
                .map(place -> Path.of(place.path()))
                .filter(path -> !path.equals(folder) && Objects.equals(path.getRoot(), recorded.getRoot()))
                .map(path -> folder.resolve(path.relativize(recorded)));
        return Stream.concat(moved.stream(), Stream.of(recorded))
                .map(path -> of(path, reached))
                .toList();
    }

    /// An empty vault's folders, for their owner alone.
    void create() throws IOException {
        OwnerOnly.createFolder(folder);
        OwnerOnly.createFolder(regions());
        OwnerOnly.createFolder(backups());
    }

    /// Removes everything, as far as it goes: what was half made.
    void remove() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            // What is left is encrypted, and has no header: no vault.
        }
    }
}
