package app.keyhold.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Looks at a place before a vault goes there. Answers with what it found; whether that is acceptable is the caller's
/// to ask.
public final class FolderSafety {
    /// Below this, a vault's next growth, backup or migration may fail.
    static final long LOW_SPACE = 64L << 20;

    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "sshfs", "webdav", "afpfs");
    private static final Set<String> WITHOUT_OWNERS = Set.of("vfat", "msdos", "exfat", "fat32");

    private FolderSafety() {}

    /// The folder need not exist yet: its nearest existing parent is looked at.
    public static List<FolderConcern> inspect(Path folder) {
        var wanted = folder.toAbsolutePath().normalize();
        var existing = wanted;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        var real = real(existing);
        var place = real.resolve(existing.relativize(wanted));
        return inspect(place, Mounts.fileSystemOf(real), usableSpace(real), Files::exists);
    }

    static VaultException refused(FolderConcern concern) {
        return new VaultException(
                VaultException.Kind.REFUSED_FOR_SAFETY,
                concern.what() + " Nothing was made or opened.",
                concern.advice() + " To use it all the same: --allow-sync-folder");
    }

    static List<FolderConcern> inspect(
            Path folder, String fileSystem, Optional<Long> space, Predicate<Path> exists) {
        var concerns = new ArrayList<FolderConcern>();
        synchronisedBy(folder, exists)
                .ifPresent(who -> concerns.add(new FolderConcern(
                        FolderConcern.Kind.SYNCHRONISED,
                        "This folder is kept in step by " + who + ", which may swap files while the vault is open.",
                        "Keep the vault in a local folder and let " + who + " carry its backups instead.")));
        var type = fileSystem.toLowerCase(Locale.ROOT);
        if (NETWORK.contains(type) || type.startsWith("fuse.") && NETWORK.contains(type.substring(5))) {
            concerns.add(new FolderConcern(
                    FolderConcern.Kind.NETWORK,
                    "This folder is on a network file system (" + type + "), where file locks can't be relied on.",
                    "Keep the vault on a local disk and its backups on the network."));
        }
        if (WITHOUT_OWNERS.contains(type)) {
            concerns.add(new FolderConcern(
                    FolderConcern.Kind.NO_PERMISSIONS,
                    "This file system (" + type + ") knows no owners: whoever holds the disk can read the files.",
                    "The files stay encrypted; choose a strong passphrase, or another disk."));
        }
        space.filter(free -> free < LOW_SPACE)
                .ifPresent(free -> concerns.add(new FolderConcern(
                        FolderConcern.Kind.LOW_SPACE,
                        "Only " + (free >> 20) + " MiB are free here.",
                        "Free some space first: a vault needs room for its backups.")));
        return List.copyOf(concerns);
    }

    private static Optional<String> synchronisedBy(Path folder, Predicate<Path> exists) {
        for (var path = folder; path != null && path.getFileName() != null; path = path.getParent()) {
            var name = path.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.equals("onedrive") || name.startsWith("onedrive - ")) {
                return Optional.of("OneDrive");
            }
            if (name.equals("dropbox") || name.startsWith("dropbox (") || exists.test(path.resolve(".dropbox"))) {
                return Optional.of("Dropbox");
            }
            if (name.equals("mobile documents") || name.equals("iclouddrive") || name.equals("icloud drive")) {
                return Optional.of("iCloud Drive");
            }
            if (name.equals("nextcloud") || exists.test(path.resolve(".sync_journal.db"))
                    || exists.test(path.resolve(".nextcloudsync.log"))) {
                return Optional.of("Nextcloud");
            }
            if (name.equals("google drive") || name.equals("googledrive") || name.startsWith("googledrive-")) {
                return Optional.of("Google Drive");
            }
            if (exists.test(path.resolve(".stfolder"))) {
                return Optional.of("Syncthing");
            }
        }
        return Optional.empty();
    }

    /// A link into a synchronised folder is a synchronised folder.
    private static Path real(Path existing) {
        try {
            return existing.toRealPath();
        } catch (IOException unreadable) {
            return existing;
        }
    }

    private static Optional<Long> usableSpace(Path folder) {
        try {
            return Optional.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
