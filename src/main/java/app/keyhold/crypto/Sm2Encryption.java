package app.keyhold.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// SM2 public key encryption (GB/T 32918.4) with SM3. The ciphertext is the DER of GM/T 0009's SM2Cipher, as KMS and
/// openssl have it: SEQUENCE of x, y, 32 bytes of hash, and as many bytes as the plaintext has.
///
/// JCA knows only the raw concatenation, so Bouncy Castle is called directly.
final class Sm2Encryption {
    /// What the service takes; the algorithm itself knows no limit.
    static final int MAX_PLAINTEXT = 1024;

    private static final int COORDINATE = 32;
    private static final int HASH = 32;
    private static final int POINT = 1 + 2 * COORDINATE;

    private Sm2Encryption() {}

    /// @param publicKey SubjectPublicKeyInfo
    static Blob encrypt(Blob publicKey, SecretBytes plaintext) {
        return plaintext.use(lent -> {
            try {
                var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
                engine.init(
                        true,
                        new ParametersWithRandom(
                                PublicKeyFactory.createKey(publicKey.toByteArray()), Randomness.generator()));
                return encoded(engine.processBlock(lent, 0, lent.length));
            } catch (IOException | InvalidCipherTextException e) {
                throw new IllegalStateException("Could not encrypt with SM2PKE", e);
            }
        });
    }

    /// @param privateKey PKCS #8
    /// @throws BadPaddingException if `ciphertext` was not made with this key; says no more than that
    static SecretBytes decrypt(SecretBytes privateKey, Blob ciphertext) throws BadPaddingException {
        byte[] raw = decoded(ciphertext);
        byte[] pkcs8 = privateKey.exposed();
        try {
            var engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
            engine.init(false, PrivateKeyFactory.createKey(pkcs8));
            return SecretBytes.takeOver(engine.processBlock(raw, 0, raw.length));
        } catch (InvalidCipherTextException | IllegalArgumentException refused) {
            throw new BadPaddingException();
        } catch (IOException e) {
            throw new IllegalStateException("Could not decrypt with SM2PKE", e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static Blob encoded(byte[] raw) {
        var cipher = new ASN1EncodableVector(4);
        cipher.add(new ASN1Integer(new BigInteger(1, raw, 1, COORDINATE)));
        cipher.add(new ASN1Integer(new BigInteger(1, raw, 1 + COORDINATE, COORDINATE)));
        cipher.add(new DEROctetString(Arrays.copyOfRange(raw, POINT, POINT + HASH)));
        cipher.add(new DEROctetString(Arrays.copyOfRange(raw, POINT + HASH, raw.length)));
        try {
            return Blob.of(new DERSequence(cipher).getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Strictly: what does not come out the same when encoded again is refused.
    private static byte[] decoded(Blob ciphertext) throws BadPaddingException {
        try {
            ASN1Sequence cipher = ASN1Sequence.getInstance(ciphertext.toByteArray());
            if (cipher.size() != 4) {
                throw new BadPaddingException();
            }
            byte[] hash = ASN1OctetString.getInstance(cipher.getObjectAt(2)).getOctets();
            byte[] sealed = ASN1OctetString.getInstance(cipher.getObjectAt(3)).getOctets();
            if (hash.length != HASH || sealed.length == 0) {
                throw new BadPaddingException();
            }
            byte[] raw = new byte[POINT + HASH + sealed.length];
            raw[0] = 4;
            putCoordinate(cipher, 0, raw, 1);
            putCoordinate(cipher, 1, raw, 1 + COORDINATE);
            System.arraycopy(hash, 0, raw, POINT, HASH);
            System.arraycopy(sealed, 0, raw, POINT + HASH, sealed.length);
            if (!encoded(raw).equals(ciphertext)) {
                throw new BadPaddingException();
            }
            return raw;
        } catch (IllegalArgumentException malformed) {
            throw new BadPaddingException();
        }
    }

    private static void putCoordinate(ASN1Sequence cipher, int index, byte[] raw, int at) throws BadPaddingException {
        BigInteger value = ASN1Integer.getInstance(cipher.getObjectAt(index)).getValue();
        if (value.signum() < 0 || value.bitLength() > COORDINATE * 8) {
            throw new BadPaddingException();
        }
        byte[] bytes = value.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, raw, at + COORDINATE - length, length);
    }
}
