package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/// Elliptic curve Diffie-Hellman (SEC 1, 3.3.1) on the NIST curves and on SM2's: the secret is the x coordinate of the
/// common point, as long as the field.
public final class Ecdh {
    private Ecdh() {}

    /// @param privateKey PKCS #8
    /// @param publicKey the other side's SubjectPublicKeyInfo; nothing about it is trusted
    /// @throws InvalidKeyException unless `publicKey` is a point on the same curve, in the curve's one canonical form:
    /// named, uncompressed
    public static SecretBytes derive(KeySpec spec, SecretBytes privateKey, Blob publicKey) throws InvalidKeyException {
        byte[] pkcs8 = privateKey.exposed();
        try {
            KeyFactory factory = spec == KeySpec.SM2
                    ? KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
                    : KeyFactory.getInstance("EC");
            var own = (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            ECPublicKey other = onCurve(factory, own.getParams(), publicKey.toByteArray());
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH", factory.getProvider());
            agreement.init(own);
            agreement.doPhase(other, true);
            return SecretBytes.takeOver(agreement.generateSecret());
        } catch (InvalidKeyException refused) {
            throw refused;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not derive a secret with a key of spec " + spec, e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /// Encodes the point again, on the curve it must be on: parameters spelt out, a compressed point and trailing bytes
    /// all come out different. That the point is on the curve, the agreement checks.
    private static ECPublicKey onCurve(KeyFactory factory, ECParameterSpec curve, byte[] encoded)
            throws InvalidKeyException {
        try {
            var read = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(encoded));
            if (!read.getParams().getCurve().equals(curve.getCurve())) {
                throw new InvalidKeyException("A point on another curve");
            }
            var same = (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(read.getW(), curve));
            if (!Arrays.equals(same.getEncoded(), encoded)) {
                throw new InvalidKeyException("Not the canonical form of a point on the curve");
            }
            return same;
        } catch (InvalidKeySpecException | IllegalArgumentException refused) {
            throw new InvalidKeyException(refused);
        }
    }
}
