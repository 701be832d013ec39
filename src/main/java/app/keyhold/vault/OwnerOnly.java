package app.keyhold.vault;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Files and folders that only their owner may touch, created so and never made so afterwards.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OwnerOnly() {}

    /// What to create a file with.
    ///
    /// @param path any path on the file's file system
    public static FileAttribute<?>[] file(Path path) throws IOException {
        return attributes(path, "rw-------");
    }

    /// With its missing parents, each for the owner alone.
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /// @throws VaultException REFUSED_FOR_SAFETY if the folder is somebody else's or others may write to it
    static void require(Path folder) throws IOException {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view == null || !enforces(folder)) {
            return;
        }
        PosixFileAttributes found = view.readAttributes();
        var self = Path.of("/proc/self");
        if (Files.exists(self) && !found.owner().equals(Files.getOwner(self))) {
            throw refused(folder + " belongs to " + found.owner().getName() + ".", "Unlock it as that user.");
        }
        if (found.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
            throw refused("Others may write to " + folder + ".", "Take that away first: chmod go-rwx " + folder);
        }
    }

    /// What is wrong with a file's permissions, for the health check.
    static boolean isOpenToOthers(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null || !enforces(file)) {
            return false;
        }
        var permissions = view.readAttributes().permissions();
        return permissions.stream().anyMatch(one -> !one.name().startsWith("OWNER"));
    }

    /// Takes away what others may do, and leaves the owner what they may.
    static void close(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            var own = view.readAttributes().permissions().stream()
                    .filter(one -> one.name().startsWith("OWNER"))
                    .collect(Collectors.toSet());
            view.setPermissions(own);
        }
    }

    /// Where the mount table does not tell, as inside a chroot, what the permissions say is believed.
    private static boolean enforces(Path path) {
        try {
            FileStore store = Files.getFileStore(path);
            return store.supportsFileAttributeView(PosixFileAttributeView.class)
                    && !store.type().contains("fat");
        } catch (IOException mountUnknown) {
            return true;
        }
    }

    private static VaultException refused(String message, String nextStep) {
        return new VaultException(
                VaultException.Kind.REFUSED_FOR_SAFETY, message + " Nothing was opened or changed.", nextStep);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) throws IOException {
        var views = path.getFileSystem().supportedFileAttributeViews();
        if (views.contains("posix")) {
            return new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            };
        }
        return views.contains("acl") ? new FileAttribute<?>[] {ownerAcl(path)} : new FileAttribute<?>[0];
    }

    private static FileAttribute<List<AclEntry>> ownerAcl(Path path) throws IOException {
        var owner = path.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(System.getProperty("user.name"));
        var entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build();
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return List.of(entry);
            }
        };
    }
}
