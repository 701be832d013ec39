package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSafetyTest {
    private static final long PLENTY = 10L << 30;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/home/eva/OneDrive/v.keyhold",
                "/home/eva/OneDrive - Contoso/deep/v.keyhold",
                "/home/eva/Dropbox/v.keyhold",
                "/Users/eva/Library/Mobile Documents/com~apple~CloudDocs/v.keyhold",
                "/home/eva/Nextcloud/v.keyhold",
                "/home/eva/Google Drive/v.keyhold",
            })
    void aSynchronisedFolderIsRecognisedByItsName(String folder) {
        assertThat(kinds(folder, "ext4", PLENTY, Set.of())).containsExactly(FolderConcern.Kind.SYNCHRONISED);
    }

    @Test
    void aSynchronisedFolderIsRecognisedByWhatItsClientLeaves() {
        assertThat(kinds("/home/eva/mine/v.keyhold", "ext4", PLENTY, Set.of("/home/eva/mine/.sync_journal.db")))
                .containsExactly(FolderConcern.Kind.SYNCHRONISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs4", "cifs", "smb3", "9p", "fuse.sshfs"})
    void aNetworkFileSystemIsNamed(String type) {
        assertThat(kinds("/mnt/share/v.keyhold", type, PLENTY, Set.of())).containsExactly(FolderConcern.Kind.NETWORK);
    }

    @Test
    void aDiskWithoutOwnersIsPointedOutButNotRefused() {
        assertThat(kinds("/media/stick/v.keyhold", "vfat", PLENTY, Set.of()))
                .containsExactly(FolderConcern.Kind.NO_PERMISSIONS)
                .noneMatch(FolderConcern.Kind::needsPermission);
    }

    @Test
    void littleSpaceIsPointedOut() {
        assertThat(kinds("/home/eva/v.keyhold", "ext4", 1L << 20, Set.of()))
                .containsExactly(FolderConcern.Kind.LOW_SPACE);
    }

    @Test
    void anOrdinaryFolderIsFine() {
        assertThat(kinds("/home/eva/v.keyhold", "ext4", PLENTY, Set.of())).isEmpty();
    }

    @Test
    void theDeepestAndNewestMountCounts() {
        var table = List.of(
                "/dev/sda1 / ext4 rw 0 0",
                "server:/x /mnt/my\\040share nfs4 rw 0 0",
                "tmpfs /mnt tmpfs rw 0 0");

        assertThat(Mounts.fileSystemOf(Path.of("/mnt/my share/deep"), table)).isEqualTo("nfs4");
        assertThat(Mounts.fileSystemOf(Path.of("/mnt/other"), table)).isEqualTo("tmpfs");
        assertThat(Mounts.fileSystemOf(Path.of("/home"), table)).isEqualTo("ext4");
    }

    private static List<FolderConcern.Kind> kinds(String folder, String type, long space, Set<String> existing) {
        return FolderSafety.inspect(
                        Path.of(folder), type, Optional.of(space), path -> existing.contains(path.toString()))
                .stream()
                .map(FolderConcern::kind)
                .toList();
    }
}
