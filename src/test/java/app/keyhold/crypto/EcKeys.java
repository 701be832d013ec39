package app.keyhold.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;

/// Published private keys are bare numbers; Keyhold takes PKCS #8.
final class EcKeys {
    private EcKeys() {}

    static SecretBytes pkcs8(KeySpec spec, String scalarHex) throws GeneralSecurityException {
        Provider provider = spec == KeySpec.SM2 ? BouncyCastle.PROVIDER : Security.getProvider("SunEC");
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC", provider);
        curve.init(new ECGenParameterSpec(
                switch (spec) {
                    case ECC_NIST_P256 -> "secp256r1";
                    case ECC_NIST_P384 -> "secp384r1";
                    case ECC_NIST_P521 -> "secp521r1";
                    case SM2 -> "sm2p256v1";
                    default -> throw new IllegalArgumentException(spec.name());
                }));
        var key = new ECPrivateKeySpec(
                new BigInteger(1, Blob.ofHex(scalarHex).toByteArray()), curve.getParameterSpec(ECParameterSpec.class));
        return SecretBytes.takeOver(
                KeyFactory.getInstance("EC", provider).generatePrivate(key).getEncoded());
    }

    /// @param pointHex 04, x and y
    static Blob sm2PublicKey(String pointHex) {
        return Blob.ofHex("3059301306072a8648ce3d020106082a811ccf5501822d034200" + pointHex);
    }
}
