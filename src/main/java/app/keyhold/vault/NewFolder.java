package app.keyhold.vault;

import app.keyhold.crypto.Randomness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A folder that is made beside its place and moved there whole: a crash on the way leaves nothing half made at the place.
final class NewFolder {
    private NewFolder() {}

    /// Puts into the new folder what belongs there.
    interface Filling {
        void fill(VaultLayout layout) throws IOException;
    }

    /// @param mark what the folder beside it is called by until it is whole: `new`
    /// @param failure what to say if the disk refuses
    static void make(Path place, String mark, String failure, Filling filling) {
        var layout = VaultLayout.of(place.resolveSibling("." + place.getFileName() + "." + mark + "-"
                + Randomness.uuid().toString().substring(0, 8)));
        try {
            layout.create();
            filling.fill(layout);
            Files.move(layout.folder(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            layout.remove();
            throw DiskFailure.of(failure, failed);
        } catch (RuntimeException failed) {
            layout.remove();
            throw failed;
        }
    }

    /// @param what it is to become: `a vault`
    /// @param nextStep what to do about a folder that has something in it
    static void requireFree(Path place, String what, String nextStep) {
        if (!Files.exists(place)) {
            return;
        }
        try (var inside = Files.list(place)) {
            if (inside.findAny().isPresent()) {
                throw new VaultException(
                        VaultException.Kind.EXISTS, place + " is already there and was left alone.", nextStep);
            }
        } catch (IOException notAFolder) {
            throw DiskFailure.of(place + " can't become " + what, notAFolder);
        }
    }

    /// @param allowed whether somebody has accepted a folder that programs synchronise
    static void requireSafe(Path place, boolean allowed) {
        FolderSafety.inspect(place).stream()
                .filter(concern -> concern.kind().needsPermission() && !allowed)
                .findFirst()
                .ifPresent(concern -> {
                    throw FolderSafety.refused(concern);
                });
    }
}
