package app.keyhold.vault.backup;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.DiskFailure;
import app.keyhold.vault.OwnerOnly;
import app.keyhold.vault.header.SealedHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Makes a backup: checkpoint, copy, tar, and then everything once more from the tar, before it gets its name.
public final class BackupMaker {
    private final Path workFolder;
    private final BiFunction<SqliteRegion, Path, SqliteRegion> opener;

    /// @param workFolder inside the vault, so that copies lie where the vault lies
    /// @param opener opens a copy of a Region's database
    public BackupMaker(Path workFolder, BiFunction<SqliteRegion, Path, SqliteRegion> opener) {
        this.workFolder = workFolder;
        this.opener = opener;
    }

    /// @param keys in all Regions
    /// @param rows in all Regions
    public record Made(long bytes, Blob sha256, long keys, long rows) {}

    /// @param target must not exist
    /// @param regions to be in it, the home first
    /// @throws app.keyhold.vault.VaultException EXISTS, NO_SPACE, DAMAGED if what was written can't be read again
    public Made make(Path target, SealedHeader header, SecretBytes macKey, List<SqliteRegion> regions, Instant now) {
        var work = workFolder.resolve(".backup-" + Randomness.uuid());
        var part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            regions.forEach(region -> region.checkpoint(now));
            var manifest = copy(work.resolve("made"), header, regions, now);
            BackupFile.write(part, manifest, header.toFile(), work.resolve("made"), macKey);
            verify(part, work.resolve("read"), macKey, regions);
            Files.move(part, target);
            return new Made(
                    Files.size(target),
                    Digests.sha256(target),
                    manifest.regions().stream().mapToLong(Manifest.RegionCopy::keys).sum(),
                    manifest.regions().stream()
                            .mapToLong(copy -> copy.head().number())
                            .sum());
        } catch (IOException failed) {
            throw DiskFailure.of("The backup could not be made", failed);
        } finally {
            remove(part);
            remove(work);
        }
    }

    private Manifest copy(Path folder, SealedHeader header, List<SqliteRegion> regions, Instant now)
            throws IOException {
        OwnerOnly.createFolder(folder);
        var copies = new ArrayList<Manifest.RegionCopy>();
        for (var region : regions) {
            copies.add(copy(folder, region));
        }
        var own = header.header();
        return new Manifest(
                own.vaultId(), own.incarnation(), own.generation(), now, Digests.sha256(header.toFile()), copies);
    }

    private Manifest.RegionCopy copy(Path folder, SqliteRegion region) throws IOException {
        var name = region.identity().region();
        var database = folder.resolve(name + ".db");
        region.vacuumInto(database);
        Contents contents;
        try (var copy = opener.apply(region, database)) {
            contents = Contents.of(copy.view());
        }
        return new Manifest.RegionCopy(
                name, Files.size(database), Digests.sha256(database), contents.head(), contents.keys());
    }

    /// From the file alone, as a restore would: hashes, MACs, chain, keys.
    private void verify(Path part, Path folder, SecretBytes macKey, List<SqliteRegion> regions) throws IOException {
        OwnerOnly.createFolder(folder);
        var unpacked = BackupFile.unpack(part, folder);
        unpacked.requireMacs(macKey);
        for (var region : regions) {
            try (var copy = opener.apply(region, folder.resolve(region.identity().region() + ".db"))) {
                unpacked.requireContents(copy);
            }
        }
    }

    static void requireContents(SqliteRegion copy, Manifest.RegionCopy expected) {
        if (!Contents.of(copy.view()).equals(new Contents(expected.head(), expected.keys()))) {
            throw TarReader.damaged("does not hold the rows and keys its manifest names");
        }
        var report = copy.check(Optional.empty(), rows -> {});
        if (!report.isIntact()) {
            throw TarReader.damaged("holds a database whose pages, rows or audit chain do not fit together");
        }
    }

    private static void remove(Path leftover) {
        if (!Files.exists(leftover)) {
            return;
        }
        try (var files = Files.walk(leftover)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException left) {
            // What is left is encrypted; the health check names it.
        }
    }
}
