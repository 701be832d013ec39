package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Signs and verifies with every signing algorithm, over a message or over its digest: RSASSA-PSS
/// (salt as long as the digest) and RSASSA-PKCS1-v1_5 (RFC 8017), ECDSA in DER (FIPS 186-5), Ed25519 and Ed25519ph
/// (RFC 8032), SM2 with SM3 in DER (GB/T 32918.2; the id in Z is GM/T 0009's `1234567812345678`), ML-DSA without a
/// context (FIPS 204).
///
/// The JDK's providers do it wherever they can, or [Natives] faster in their place. They sign no digest under PSS,
/// PKCS #1 or ML-DSA and know neither secp256k1 nor SM2; Bouncy Castle does.
///
/// A private key that a provider has parsed stays on the heap until it is collected: JCA has no way to wipe it. The
/// PKCS #8 bytes it was parsed from are wiped.
public final class Signatures {
    private Signatures() {}

    /// @param privateKey PKCS #8
    /// @param message for any type but RAW, exactly [SigningAlgorithm#digestLength] bytes
    public static Blob sign(
            KeySpec spec, SigningAlgorithm algorithm, MessageType type, SecretBytes privateKey, Blob message) {
        requireFit(algorithm, type, message);
        if (algorithm == SigningAlgorithm.ED25519_PH_SHA_512) {
            return Ed25519Prehash.sign(privateKey, message);
        }
        if (algorithm == SigningAlgorithm.SM2DSA && type == MessageType.DIGEST) {
            return Sm2Prehash.sign(privateKey, message);
        }
        byte[] pkcs8 = algorithm == SigningAlgorithm.ML_DSA_SHAKE_256 && type == MessageType.RAW
                ? LatticeKeys.expanded(privateKey)
                : privateKey.exposed();
        try {
            Signature engine = engine(spec, algorithm, type);
            KeyFactory factory = KeyFactory.getInstance(keyAlgorithm(spec), engine.getProvider());
            engine.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), Randomness.generator());
            engine.update(signedBytes(algorithm, type, message));
            return Blob.of(engine.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not sign with " + algorithm + " and a key of spec " + spec, e);
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    /// @param publicKey SubjectPublicKeyInfo
    /// @return false for a signature that is wrong or malformed
    public static boolean verify(
            KeySpec spec, SigningAlgorithm algorithm, MessageType type, Blob publicKey, Blob message, Blob signature) {
        requireFit(algorithm, type, message);
        if (algorithm == SigningAlgorithm.ED25519_PH_SHA_512) {
            return Ed25519Prehash.verify(publicKey, message, signature);
        }
        if (algorithm == SigningAlgorithm.SM2DSA && type == MessageType.DIGEST) {
            return Sm2Prehash.verify(publicKey, message, signature);
        }
        if (algorithm.scheme() == SigningAlgorithm.Scheme.ECDSA && !EcdsaEncoding.isCanonical(signature.toByteArray())) {
            return false;
        }
        try {
            Signature engine = engine(spec, algorithm, type);
            KeyFactory factory = KeyFactory.getInstance(keyAlgorithm(spec), engine.getProvider());
            engine.initVerify(factory.generatePublic(new X509EncodedKeySpec(publicKey.toByteArray())));
            engine.update(signedBytes(algorithm, type, message));
            return verifies(engine, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not verify with " + algorithm + " and a key of spec " + spec, e);
        }
    }

    private static boolean verifies(Signature engine, Blob signature) {
        try {
            return engine.verify(signature.toByteArray());
        } catch (SignatureException malformed) {
            return false;
        }
    }

    private static void requireFit(SigningAlgorithm algorithm, MessageType type, Blob message) {
        if (!algorithm.accepts(type)) {
            throw new IllegalArgumentException(algorithm + " takes no message of type " + type);
        }
        if (type != MessageType.RAW && message.size() != algorithm.digestLength()) {
            throw new IllegalArgumentException("A digest for %s has %d bytes, not %d"
                    .formatted(algorithm, algorithm.digestLength(), message.size()));
        }
    }

    private static Signature engine(KeySpec spec, SigningAlgorithm algorithm, MessageType type)
            throws GeneralSecurityException {
        boolean digest = type == MessageType.DIGEST;
        String hash = algorithm.hash().replace("-", "");
        return switch (algorithm.scheme()) {
            case RSA_PKCS1 ->
                digest
                        ? Signature.getInstance("NONEwithRSA", BouncyCastle.PROVIDER)
                        : Natives.signature(hash + "withRSA");
            case RSA_PSS -> {
                Signature engine = digest
                        ? Signature.getInstance("NONEwithRSASSA-PSS", BouncyCastle.PROVIDER)
                        : Natives.signature("RSASSA-PSS");
                engine.setParameter(new PSSParameterSpec(
                        algorithm.hash(),
                        "MGF1",
                        new MGF1ParameterSpec(algorithm.hash()),
                        algorithm.digestLength(),
                        PSSParameterSpec.TRAILER_FIELD_BC));
                yield engine;
            }
            case ECDSA -> {
                String name = (digest ? "NONE" : hash) + "withECDSA";
                yield spec == KeySpec.ECC_SECG_P256K1
                        ? Signature.getInstance(name, BouncyCastle.PROVIDER)
                        : Natives.signature(name);
            }
            case ED25519 -> Signature.getInstance("Ed25519");
            case SM2 -> Signature.getInstance("SM3withSM2", BouncyCastle.PROVIDER);
            case ML_DSA ->
                type == MessageType.EXTERNAL_MU
                        ? Signature.getInstance("ML-DSA-EXTERNAL-MU", BouncyCastle.PROVIDER)
                        : Signature.getInstance("ML-DSA");
            case ED25519_PH -> throw new IllegalArgumentException(algorithm + " has no JCA engine here");
        };
    }

    /// PKCS #1 signs the digest inside a DigestInfo; the provider pads what it is given.
    private static byte[] signedBytes(SigningAlgorithm algorithm, MessageType type, Blob message) {
        if (type != MessageType.DIGEST || algorithm.scheme() != SigningAlgorithm.Scheme.RSA_PKCS1) {
            return message.toByteArray();
        }
        // RFC 8017, 9.2, note 1
        String prefix = switch (algorithm) {
            case RSASSA_PKCS1_V1_5_SHA_256 -> "3031300d060960864801650304020105000420";
            case RSASSA_PKCS1_V1_5_SHA_384 -> "3041300d060960864801650304020205000430";
            default -> "3051300d060960864801650304020305000440";
        };
        return HexFormat.of().parseHex(prefix + message.hex());
    }

    private static String keyAlgorithm(KeySpec spec) {
        return switch (spec.family()) {
            case RSA -> "RSA";
            case EC, SM2 -> "EC";
            case EDWARDS -> "Ed25519";
            case ML_DSA -> "ML-DSA";
            case AES, HMAC, ML_KEM -> throw new IllegalArgumentException(spec + " keys do not sign here");
        };
    }
}
