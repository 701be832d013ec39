package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Optional;

/// Makes key material of every spec. RSA takes up to seconds, the others less than a millisecond.
public final class KeyGeneration {
    private KeyGeneration() {}

    public static NewKey generate(KeySpec spec) {
        return switch (spec) {
            case SYMMETRIC_DEFAULT, HMAC_224, HMAC_256, HMAC_384, HMAC_512 ->
                new NewKey(Randomness.secret(spec.bits() / 8), Optional.empty());
            case RSA_2048, RSA_3072, RSA_4096 ->
                pair("RSA", new RSAKeyGenParameterSpec(spec.bits(), RSAKeyGenParameterSpec.F4));
            case ECC_NIST_P256 -> pair("EC", new ECGenParameterSpec("secp256r1"));
            case ECC_NIST_P384 -> pair("EC", new ECGenParameterSpec("secp384r1"));
            case ECC_NIST_P521 -> pair("EC", new ECGenParameterSpec("secp521r1"));
            case ECC_SECG_P256K1 -> byBouncyCastle("secp256k1");
            case SM2 -> byBouncyCastle("sm2p256v1");
            case ECC_NIST_EDWARDS25519 -> pair("Ed25519", NamedParameterSpec.ED25519);
            case ML_DSA_44, ML_DSA_65, ML_DSA_87, ML_KEM_512, ML_KEM_768, ML_KEM_1024 -> LatticeKeys.generate(spec);
        };
    }

    private static NewKey pair(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            return pair(KeyPairGenerator.getInstance(algorithm), parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " keys are not to be had from this Java runtime", e);
        }
    }

    private static NewKey byBouncyCastle(String curve) {
        try {
            return pair(KeyPairGenerator.getInstance("EC", BouncyCastle.PROVIDER), new ECGenParameterSpec(curve));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Bouncy Castle lacks " + curve, e);
        }
    }

    private static NewKey pair(KeyPairGenerator generator, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        generator.initialize(parameters, Randomness.generator());
        KeyPair pair = generator.generateKeyPair();
        return new NewKey(
                SecretBytes.takeOver(pair.getPrivate().getEncoded()),
                Optional.of(Blob.of(pair.getPublic().getEncoded())));
    }
}
