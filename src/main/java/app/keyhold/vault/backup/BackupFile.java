package app.keyhold.vault.backup;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.BackupInfo;
import app.keyhold.vault.DiskFailure;
import app.keyhold.vault.OwnerOnly;
import app.keyhold.vault.header.HeaderFiles;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.slot.Slot;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The tar file: manifest first, then vault.json, then the databases in the manifest's order.
public final class BackupFile {
    private static final int MAX_HEADER = 4 << 20;

    private BackupFile() {}

    /// @param databases the folder with the copies, named as in a vault
    static void write(Path target, Manifest manifest, byte[] header, Path databases, SecretBytes macKey)
            throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(target, options, OwnerOnly.file(target))) {
            var out = Channels.newOutputStream(channel);
            entry(out, Manifest.NAME, manifest.seal(macKey));
            entry(out, HeaderFiles.NAME, header);
            for (var copy : manifest.regions()) {
                out.write(TarFormat.header(copy.entry(), copy.size()));
                Files.copy(databases.resolve(copy.region() + ".db"), out);
                out.write(new byte[TarFormat.padding(copy.size())]);
            }
            out.write(new byte[2 * TarFormat.BLOCK]);
            channel.force(true);
        }
    }

    private static void entry(OutputStream out, String name, byte[] content) throws IOException {
        out.write(TarFormat.header(name, content.length));
        out.write(content);
        out.write(new byte[TarFormat.padding(content.length)]);
    }

    /// What an unpacked backup says of itself; believed once [Manifest.Sealed#requireMac] has passed.
    public record Unpacked(Manifest.Sealed manifest, SealedHeader header) {
        /// @throws app.keyhold.vault.VaultException DAMAGED
        public void requireMacs(SecretBytes macKey) {
            header.requireMac(macKey);
            manifest.requireMac(macKey);
        }

        /// The home first, if it is among them.
        public List<String> regions() {
            return manifest.manifest().regions().stream()
                    .map(Manifest.RegionCopy::region)
                    .toList();
        }

        public Instant made() {
            return manifest.manifest().made();
        }

        /// @param region opened from what was unpacked
        /// @throws app.keyhold.vault.VaultException DAMAGED
        public void requireContents(SqliteRegion region) {
            manifest.manifest().regions().stream()
                    .filter(copy -> copy.region().equals(region.identity().region()))
                    .findFirst()
                    .ifPresentOrElse(copy -> BackupMaker.requireContents(region, copy), () -> {
                        throw TarReader.damaged("lacks the Region " + region.identity().region());
                    });
        }
    }

    /// What a backup says about a Region's chain when it was made; nobody has checked that.
    ///
    /// @param head the hash of row `number`, in hexadecimal
    public record Told(String vaultId, long number, String head) {}

    /// Reads the beginning alone.
    ///
    /// @return empty if it does not hold the Region
    /// @throws app.keyhold.vault.VaultException DAMAGED, NEEDS_NEWER_KEYHOLD
    public static Optional<Told> told(Path backup, String region) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(backup))) {
            var manifest = Manifest.open(new TarReader(in).small(Manifest.NAME, Manifest.MAX_BYTES)).manifest();
            return manifest.regions().stream()
                    .filter(copy -> copy.region().equals(region))
                    .findFirst()
                    .map(copy -> new Told(manifest.vaultId(), copy.head().number(), copy.head().hash().hex()));
        }
    }

    /// Unpacks databases into `databases` and holds every byte against the manifest's hashes.
    ///
    /// @throws app.keyhold.vault.VaultException DAMAGED, NEEDS_NEWER_KEYHOLD
    public static Unpacked unpack(Path backup, Path databases) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(backup))) {
            var tar = new TarReader(in);
            var manifest = Manifest.open(tar.small(Manifest.NAME, Manifest.MAX_BYTES));
            var headerFile = tar.small(HeaderFiles.NAME, MAX_HEADER);
            requireSame(manifest.manifest().header(), Digests.sha256(headerFile), HeaderFiles.NAME);
            for (var copy : manifest.manifest().regions()) {
                requireRegionName(copy.region());
                var database = databases.resolve(copy.region() + ".db");
                create(database);
                try (var out = Files.newOutputStream(database)) {
                    tar.copy(copy.entry(), copy.size(), out);
                }
                requireSame(copy.file(), Digests.sha256(database), copy.entry());
            }
            tar.end();
            return new Unpacked(manifest, SealedHeader.parse(headerFile));
        }
    }

    /// Reads no further than the header.
    ///
    /// @throws app.keyhold.vault.VaultException DAMAGED, NEEDS_NEWER_KEYHOLD
    public static BackupInfo describe(Path backup) {
        try (var in = new BufferedInputStream(Files.newInputStream(backup))) {
            var tar = new TarReader(in);
            var manifest = Manifest.open(tar.small(Manifest.NAME, Manifest.MAX_BYTES)).manifest();
            var headerFile = tar.small(HeaderFiles.NAME, MAX_HEADER);
            requireSame(manifest.header(), Digests.sha256(headerFile), HeaderFiles.NAME);
            var header = SealedHeader.parse(headerFile).header();
            var passphrases = header.slots().stream().filter(slot -> slot.kind().equals("passphrase")).toList();
            return new BackupInfo(
                    manifest.vaultId(),
                    header.account(),
                    manifest.made(),
                    Files.size(backup),
                    passphrases.stream().filter(slot -> !slot.hidesName()).map(Slot::user).distinct().toList(),
                    passphrases.stream().anyMatch(Slot::hidesName),
                    manifest.regions().stream()
                            .map(copy -> new BackupInfo.RegionInfo(copy.region(), copy.keys(), copy.head().number()))
                            .toList());
        } catch (IOException failed) {
            throw DiskFailure.of("The backup could not be read", failed);
        }
    }

    private static void create(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.newByteChannel(file, options, OwnerOnly.file(file)).close();
    }

    private static void requireSame(Blob expected, Blob found, String entry) {
        if (!expected.equals(found)) {
            throw TarReader.damaged("holds a damaged " + entry);
        }
    }

    /// It becomes a file's name.
    private static void requireRegionName(String region) {
        if (!region.matches("[a-z0-9-]{1,40}")) {
            throw TarReader.damaged("names a Region that can't be one");
        }
    }
}
