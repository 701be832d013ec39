package app.keyhold.vault.backup;

import app.keyhold.audit.AuditHead;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import app.keyhold.vault.header.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a backup holds and what must be found in it again.
///
/// @param header SHA-256 of vault.json as a whole
record Manifest(
        String vaultId, String incarnation, long generation, Instant made, Blob header, List<RegionCopy> regions) {
    static final String NAME = "manifest.json";
    static final int MAX_BYTES = 1 << 20;

    private static final String WHAT = "The backup's manifest";
    private static final String MAGIC = "keyhold-backup";
    private static final byte[] MAC_DOMAIN = "keyhold-backup-v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_REGIONS = 64;

    public Manifest {
        regions = List.copyOf(regions);
    }

    /// @param file SHA-256 of the database copy
    /// @param keys how many it holds
    record RegionCopy(String region, long size, Blob file, AuditHead head, long keys) {
        String entry() {
            return "regions/" + region + ".db";
        }
    }

    /// Magic and version, the manifest's exact bytes in base64, and the MAC over those.
    byte[] seal(SecretBytes macKey) {
        var json = StrictJson.object()
                .put("vaultId", vaultId)
                .put("incarnation", incarnation)
                .put("generation", generation)
                .put("made", made.toString())
                .put("header", header.hex());
        var list = json.putArray("regions");
        for (var copy : regions) {
            list.addObject()
                    .put("region", copy.region())
                    .put("size", copy.size())
                    .put("file", copy.file().hex())
                    .put("rows", copy.head().number())
                    .put("head", copy.head().hash().hex())
                    .put("keys", copy.keys());
        }
        var bytes = StrictJson.write(json);
        return StrictJson.write(StrictJson.object()
                .put("magic", MAGIC)
                .put("version", 1)
                .put("manifest", Blob.of(bytes).base64())
                .put("mac", Blob.of(mac(bytes, macKey)).hex()));
    }

    /// @param bytes the manifest's exact bytes
    record Sealed(Manifest manifest, Blob bytes, Blob mac) {
        void requireMac(SecretBytes macKey) {
            if (!MessageDigest.isEqual(Manifest.mac(bytes.toByteArray(), macKey), mac.toByteArray())) {
                throw TarReader.damaged("was put together by something that does not know the passphrase");
            }
        }
    }

    static Sealed open(byte[] file) {
        var outer = StrictJson.read(WHAT, file);
        if (!outer.text("magic").equals(MAGIC)) {
            throw TarReader.damaged("is no backup Keyhold wrote");
        }
        if (outer.number("version") != 1) {
            throw new VaultException(
                    VaultException.Kind.NEEDS_NEWER_KEYHOLD,
                    "This backup was written by a newer Keyhold.",
                    "Restore it with the newest Keyhold.");
        }
        var bytes = outer.base64("manifest");
        var mac = outer.hex("mac");
        outer.end();
        return new Sealed(parse(StrictJson.read(WHAT, bytes.toByteArray())), bytes, mac);
    }

    private static Manifest parse(StrictJson json) {
        var regions = new ArrayList<RegionCopy>();
        for (var copy : json.list("regions", MAX_REGIONS)) {
            regions.add(new RegionCopy(
                    copy.text("region"),
                    copy.number("size"),
                    copy.hex("file"),
                    new AuditHead(copy.number("rows"), copy.hex("head")),
                    copy.number("keys")));
            copy.end();
        }
        try {
            var manifest = new Manifest(
                    json.text("vaultId"),
                    json.text("incarnation"),
                    json.number("generation"),
                    Instant.parse(json.text("made")),
                    json.hex("header"),
                    regions);
            json.end();
            return manifest;
        } catch (DateTimeException malformed) {
            throw TarReader.damaged("has a time that is none");
        }
    }

    private static byte[] mac(byte[] bytes, SecretBytes macKey) {
        var message = new byte[MAC_DOMAIN.length + bytes.length];
        System.arraycopy(MAC_DOMAIN, 0, message, 0, MAC_DOMAIN.length);
        System.arraycopy(bytes, 0, message, MAC_DOMAIN.length, bytes.length);
        return Hmac.compute(MacAlgorithm.HMAC_SHA_256, macKey, message);
    }
}
