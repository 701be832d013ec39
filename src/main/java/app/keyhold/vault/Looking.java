package app.keyhold.vault;

import app.keyhold.crypto.Randomness;
import app.keyhold.kms.keystore.KeyStoreBackends;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Opens a backup for a look into it: a copy, under everything a restore checks, that remembers nothing and is gone when it
/// is locked.
final class Looking {
    private static final String PREFIX = "looking-";
    /// Longer than anybody looks; what is older was left by a crash.
    private static final Duration LEFT = Duration.ofDays(1);

    private final Path stateFolder;
    private final InstantSource clock;

    /// @param stateFolder the copies are made in it
    Looking(Path stateFolder, InstantSource clock) {
        this.stateFolder = stateFolder;
        this.clock = clock;
    }

    OpenVault into(Path backup, Unlocking how) {
        removeLeft();
        var place = VaultLayout.of(
                stateFolder.resolve(PREFIX + Randomness.uuid().toString().substring(0, 8)));
        try {
            OwnerOnly.createFolder(place.folder());
            var copy = place.folder().resolve("copy.keyhold");
            new Restoring(backup, how, clock).into(copy);
            // Wherever this computer keeps its state, nothing else looks for a vault there.
            var opening = new Unlocking(
                    how.user(), how.passphrase(), how.keyFile(), how.front(), true, false, how.cancelled());
            var vault = new Opening(
                            VaultLayout.of(copy), place.folder(), clock, Attendant.NONE, KeyStoreBackends.NONE)
                    .unlock(opening);
            return new LookedInto(vault, place);
        } catch (IOException failed) {
            place.remove();
            throw DiskFailure.of("The backup could not be looked into", failed);
        } catch (RuntimeException refused) {
            place.remove();
            throw refused;
        }
    }

    private void removeLeft() {
        left().forEach(folder -> VaultLayout.of(folder).remove());
    }

    private List<Path> left() {
        var oldest = clock.instant().minus(LEFT);
        try (var all = Files.newDirectoryStream(stateFolder, PREFIX + "*")) {
            var old = new ArrayList<Path>();
            for (var folder : all) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(oldest)) {
                    old.add(folder);
                }
            }
            return List.copyOf(old);
        } catch (IOException | UncheckedIOException notToBeListed) {
            return List.of();
        }
    }
}
