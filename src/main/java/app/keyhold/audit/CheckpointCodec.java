package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Optional;

/// The canonical form of a checkpoint, version 1: what is signed, and the same followed by the signature for storing and
/// for keeping elsewhere.
public final class CheckpointCodec {
    private static final byte[] DOMAIN = "keyhold-checkpoint-v1".getBytes(StandardCharsets.UTF_8);
    private static final int HASH = 32;
    private static final int SIGNATURE = 64;
    private static final Blob NONE_BEFORE = Blob.of(new byte[HASH]);

    private CheckpointCodec() {}

    /// @param previous the newest checkpoint so far
    public static Checkpoint sign(
            CheckpointSigner signer,
            Chain chain,
            String incarnation,
            AuditHead head,
            Blob stateDigest,
            Instant time,
            Optional<Checkpoint> previous) {
        var unsigned = new Checkpoint(
                chain.vaultId(),
                incarnation,
                chain.region(),
                head.number(),
                head.hash(),
                stateDigest,
                Instant.ofEpochMilli(time.toEpochMilli()),
                previous.map(CheckpointCodec::hash).orElse(NONE_BEFORE),
                Blob.of(new byte[0]));
        return withSignature(unsigned, signer.sign(signedBytes(unsigned)));
    }

    /// Whether the holder of `publicKey` (SubjectPublicKeyInfo) signed exactly this.
    public static boolean verifies(Checkpoint checkpoint, Blob publicKey) {
        return verifies(signedBytes(checkpoint), checkpoint.signature(), publicKey);
    }

    static boolean verifies(byte[] message, Blob signature, Blob publicKey) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey.toByteArray())));
            verifier.update(message);
            return verifier.verify(signature.toByteArray());
        } catch (GeneralSecurityException notAKeyOrNotASignature) {
            return false;
        }
    }

    /// What the next checkpoint names as its previous one: SHA-256 of [#encode].
    public static Blob hash(Checkpoint checkpoint) {
        return Sha256.of(encode(checkpoint));
    }

    /// The signed bytes: domain tag, vault id, incarnation, Region, number, head, state digest, time, previous; each
    /// behind its length.
    public static byte[] signedBytes(Checkpoint checkpoint) {
        return new CanonicalWriter()
                .bytes(DOMAIN)
                .text(checkpoint.vaultId())
                .text(checkpoint.incarnation())
                .text(checkpoint.region())
                .u32(Long.BYTES)
                .i64(checkpoint.number())
                .bytes(checkpoint.head())
                .bytes(checkpoint.stateDigest())
                .u32(Long.BYTES)
                .i64(checkpoint.time().toEpochMilli())
                .bytes(checkpoint.previous())
                .toByteArray();
    }

    public static byte[] encode(Checkpoint checkpoint) {
        return new CanonicalWriter()
                .raw(signedBytes(checkpoint))
                .bytes(checkpoint.signature())
                .toByteArray();
    }

    /// @throws MalformedRecordException if `bytes` are not exactly what [#encode] makes
    public static Checkpoint decode(byte[] bytes) {
        var in = new CanonicalReader(bytes);
        in.requireRaw(new CanonicalWriter().bytes(DOMAIN).toByteArray(), "checkpoint");
        var checkpoint = new Checkpoint(
                in.text(),
                in.text(),
                in.text(),
                number(in),
                in.blob(HASH),
                in.blob(HASH),
                Instant.ofEpochMilli(number(in)),
                in.blob(HASH),
                in.blob(SIGNATURE));
        in.requireEnd();
        return checkpoint;
    }

    private static long number(CanonicalReader in) {
        if (in.u32() != Long.BYTES) {
            throw new MalformedRecordException("A number has 8 bytes");
        }
        return in.i64();
    }

    private static Checkpoint withSignature(Checkpoint unsigned, Blob signature) {
        return new Checkpoint(
                unsigned.vaultId(),
                unsigned.incarnation(),
                unsigned.region(),
                unsigned.number(),
                unsigned.head(),
                unsigned.stateDigest(),
                unsigned.time(),
                unsigned.previous(),
                signature);
    }
}
