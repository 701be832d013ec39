package app.keyhold.kms.key;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// Version 3: encrypted twice, first under a material of Keyhold's own, then by an external key manager. After the common
/// start:
///
/// ```
/// 118  the manager's IV, behind its length in one byte: 12 or 16
///      metadata of its proxy, behind its length in one byte: 0 to 20
///      the manager's tag, 16 bytes
///      what the manager made of ciphertext and tag of version 1
/// ```
/// The inner encryption is version 1's with its own `keyhold/blob/3`; its associated data is the start with the check
/// zeroed, and the context. The manager is given the same start and the SHA-256 of the context, and so never sees a
/// plaintext, nor a context.
public final class ExternalBlob extends CiphertextBlob {
    static final int VERSION = 3;

    private static final int MOST_METADATA = 20;

    private final int header;

    private ExternalBlob(byte[] bytes, int header) {
        super(bytes);
        this.header = header;
    }

    static Optional<CiphertextBlob> of(byte[] bytes) {
        int ivLength = bytes[START];
        int metadataAt = START + 1 + ivLength;
        if ((ivLength != 12 && ivLength != 16) || metadataAt >= bytes.length) {
            return Optional.empty();
        }
        int metadataLength = bytes[metadataAt];
        int header = metadataAt + 1 + metadataLength + AesGcm.TAG_BYTES;
        boolean wellFormed = metadataLength >= 0
                && metadataLength <= MOST_METADATA
                && bytes.length >= header + AesGcm.TAG_BYTES
                && isChecked(bytes, header);
        return wellFormed ? Optional.of(new ExternalBlob(bytes, header)) : Optional.empty();
    }

    /// What the manager adds to a ciphertext, which itself stays as long as it was.
    public record Sealed(Blob ciphertext, Blob iv, Blob metadata, Blob tag) {}

    /// The manager's part.
    public interface Sealing {
        Sealed seal(byte[] associatedData, byte[] inner);
    }

    /// The manager's part.
    public interface Opening {
        byte[] open(byte[] associatedData, Sealed sealed);
    }

    /// What Keyhold itself made of a plaintext, before the manager has had it.
    public static final class Inner {
        private final byte[] start;
        private final byte[] sealed;
        private final byte[] outerData;

        private Inner(byte[] start, byte[] sealed, byte[] outerData) {
            this.start = start;
            this.sealed = sealed;
            this.outerData = outerData;
        }

        public Blob seal(Sealing manager) {
            Sealed outer = manager.seal(outerData, sealed);
            byte[] header = joined(
                    start,
                    new byte[] {(byte) outer.iv().size()},
                    outer.iv().toByteArray(),
                    new byte[] {(byte) outer.metadata().size()},
                    outer.metadata().toByteArray(),
                    outer.tag().toByteArray());
            putCheck(header);
            return Blob.of(joined(header, outer.ciphertext().toByteArray()));
        }
    }

    /// The first of the two encryptions.
    public static Inner inner(
            Key key, KeyMaterial current, SecretBytes material, EncryptionContext context, SecretBytes plaintext) {
        byte[] start = start(VERSION, key.id(), current.id(), Randomness.bytes(16), AesGcm.nonce());
        return innerInsecurely(start, material, context, plaintext);
    }

    /// With a given start, for known-answer tests.
    static Inner innerInsecurely(byte[] start, SecretBytes material, EncryptionContext context, SecretBytes plaintext) {
        try (Derived derived = derive(start, material)) {
            commit(start, derived);
            byte[] sealed = AesGcm.seal(derived.key(), iv(start), joined(start, context.canonical()), plaintext);
            return new Inner(start, sealed, outerData(start, context));
        }
    }

    /// The second encryption undone; what is left is still encrypted.
    public byte[] openOuter(Opening manager, EncryptionContext context) {
        return manager.open(outerData(bareStart(), context), outer());
    }

    /// @param inner from [#openOuter]
    /// @throws AEADBadTagException if it is not what the manager once was given, or the context is another
    public SecretBytes open(SecretBytes material, byte[] inner, EncryptionContext context) throws AEADBadTagException {
        byte[] start = bareStart();
        try (Derived derived = derive(start, material)) {
            requireCommitted(start, derived);
            return AesGcm.open(derived.key(), iv(start), joined(start, context.canonical()), inner);
        }
    }

    private byte[] bareStart() {
        return withoutCheck(Arrays.copyOf(bytes, START));
    }

    private Sealed outer() {
        int ivEnd = START + 1 + bytes[START];
        return new Sealed(
                part(header, bytes.length),
                part(START + 1, ivEnd),
                part(ivEnd + 1, header - AesGcm.TAG_BYTES),
                part(header - AesGcm.TAG_BYTES, header));
    }

    private Blob part(int from, int to) {
        return Blob.of(Arrays.copyOfRange(bytes, from, to));
    }

    private static byte[] outerData(byte[] start, EncryptionContext context) {
        return joined(start, sha256().digest(context.canonical()));
    }
}
