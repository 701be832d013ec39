package app.keyhold.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/// ML-DSA and ML-KEM keys as they are kept: PKCS #8 with the seed alone (RFC 9881, 6; RFC 9935, 6), 54 or 86 bytes.
///
/// The seed is the whole key: both standards make everything else from it, and the way back from the expanded form does
/// not exist. A kept seed cannot disagree with itself, as the parts of an expanded key can.
///
/// The JDK makes such keys but shows no seed and reads none, so Bouncy Castle makes them, and expands a seed for each
/// use by the JDK (0.1 to 0.2 ms).
final class LatticeKeys {
    private static final int ML_DSA_SEED = 32;
    private static final int ML_KEM_SEED = 64;

    private LatticeKeys() {}

    static NewKey generate(KeySpec spec) {
        try (SecretBytes seed =
                Randomness.secret(spec.family() == KeySpec.Family.ML_DSA ? ML_DSA_SEED : ML_KEM_SEED)) {
            return fromSeed(spec, seed);
        }
    }

    /// @param seed xi of FIPS 204, or d and z of FIPS 203
    static NewKey fromSeed(KeySpec spec, SecretBytes seed) {
        return seed.use(lent -> switch (spec) {
            case ML_DSA_44 -> signing(MLDSAParameters.ml_dsa_44, lent);
            case ML_DSA_65 -> signing(MLDSAParameters.ml_dsa_65, lent);
            case ML_DSA_87 -> signing(MLDSAParameters.ml_dsa_87, lent);
            case ML_KEM_512 -> encapsulating(MLKEMParameters.ml_kem_512, lent);
            case ML_KEM_768 -> encapsulating(MLKEMParameters.ml_kem_768, lent);
            case ML_KEM_1024 -> encapsulating(MLKEMParameters.ml_kem_1024, lent);
            default -> throw new IllegalArgumentException(spec + " keys are not made from a seed");
        });
    }

    private static NewKey signing(MLDSAParameters parameters, byte[] seed) {
        var key = new MLDSAPrivateKeyParameters(parameters, seed);
        try {
            return pair(key.withPreferredFormat(MLDSAPrivateKeyParameters.SEED_ONLY), key.getPublicKeyParameters());
        } finally {
            key.destroy();
        }
    }

    private static NewKey encapsulating(MLKEMParameters parameters, byte[] seed) {
        var key = new MLKEMPrivateKeyParameters(parameters, seed);
        try {
            return pair(key.withPreferredFormat(MLKEMPrivateKeyParameters.SEED_ONLY), key.getPublicKeyParameters());
        } finally {
            key.destroy();
        }
    }

    private static NewKey pair(AsymmetricKeyParameter seed, AsymmetricKeyParameter publicKey) {
        try {
            return new NewKey(
                    SecretBytes.takeOver(
                            PrivateKeyInfoFactory.createPrivateKeyInfo(seed).getEncoded()),
                    Optional.of(Blob.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(publicKey)
                            .getEncoded())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// PKCS #8 in the form with the expanded key alone, which the JDK reads. To be wiped by the caller.
    ///
    /// @throws IllegalArgumentException if `pkcs8` is no key of these families
    static byte[] expanded(SecretBytes pkcs8) {
        return pkcs8.use(lent -> {
            try {
                return switch (PrivateKeyFactory.createKey(lent)) {
                    case MLDSAPrivateKeyParameters key ->
                        PrivateKeyInfoFactory.createPrivateKeyInfo(
                                        key.withPreferredFormat(MLDSAPrivateKeyParameters.EXPANDED_KEY))
                                .getEncoded();
                    case MLKEMPrivateKeyParameters key ->
                        PrivateKeyInfoFactory.createPrivateKeyInfo(
                                        key.withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY))
                                .getEncoded();
                    case AsymmetricKeyParameter other ->
                        throw new IllegalArgumentException("Not an ML-DSA or ML-KEM key but "
                                + other.getClass().getSimpleName());
                };
            } catch (IOException e) {
                throw new IllegalArgumentException("Not an ML-DSA or ML-KEM private key", e);
            }
        });
    }
}
