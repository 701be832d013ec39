package app.keyhold.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/// Key material that was made elsewhere: checked against the spec it is to serve, brought into the one form Keyhold
/// stores, and given its public half.
public final class ForeignKey {
    private static final Map<KeySpec, String> CURVES = Map.of(
            KeySpec.ECC_NIST_P256, "secp256r1",
            KeySpec.ECC_NIST_P384, "secp384r1",
            KeySpec.ECC_NIST_P521, "secp521r1",
            KeySpec.ECC_SECG_P256K1, "secp256k1");

    private ForeignKey() {}

    /// Whether material of `spec` can be brought along at all (developer guide, "Importing key material").
    public static boolean isPossible(KeySpec spec) {
        return switch (spec.family()) {
            case AES, RSA, EC, EDWARDS, HMAC -> true;
            case SM2, ML_DSA, ML_KEM -> false;
        };
    }

    /// @param plain raw bytes for AES and HMAC, PKCS #8 for key pairs; stays the caller's
    /// @return the receiver closes its secret; empty if `plain` is no key of this spec
    /// @throws IllegalArgumentException unless [#isPossible]
    public static Optional<NewKey> of(KeySpec spec, SecretBytes plain) {
        return switch (spec.family()) {
            case AES, HMAC ->
                plain.length() == spec.bits() / 8
                        ? Optional.of(new NewKey(plain.copy(), Optional.empty()))
                        : Optional.empty();
            case RSA, EC, EDWARDS -> plain.use(pkcs8 -> pair(spec, pkcs8));
            case SM2, ML_DSA, ML_KEM -> throw new IllegalArgumentException(spec + " keys can't be imported");
        };
    }

    private static Optional<NewKey> pair(KeySpec spec, byte[] pkcs8) {
        try {
            Pair pair =
                    switch (spec.family()) {
                        case RSA -> rsa(spec, pkcs8);
                        case EC -> curve(spec, pkcs8);
                        default -> edwards(pkcs8);
                    };
            byte[] encoded = pair.secret.getEncoded();
            return Optional.of(new NewKey(
                    SecretBytes.takeOver(encoded), Optional.of(Blob.of(pair.publicKey.getEncoded()))));
        } catch (GeneralSecurityException | RuntimeException noSuchKey) {
            // Parsers of foreign bytes throw what they like; whatever it is, this is no key.
            return Optional.empty();
        }
    }

    private static Pair rsa(KeySpec spec, byte[] pkcs8) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        require(key.getModulus().bitLength() == spec.bits());
        require(key.getPrimeP().multiply(key.getPrimeQ()).equals(key.getModulus()));
        BigInteger both = key.getPrimeP()
                .subtract(BigInteger.ONE)
                .multiply(key.getPrimeQ().subtract(BigInteger.ONE));
        // Modulo (p-1)(q-1) would refuse the exponents that are reduced modulo the least common multiple.
        BigInteger least = both.divide(
                key.getPrimeP().subtract(BigInteger.ONE).gcd(key.getPrimeQ().subtract(BigInteger.ONE)));
        require(key.getPrivateExponent()
                .multiply(key.getPublicExponent())
                .mod(least)
                .equals(BigInteger.ONE));
        return new Pair(
                key, factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
    }

    private static Pair curve(KeySpec spec, byte[] pkcs8) throws GeneralSecurityException {
        String name = CURVES.get(spec);
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
        require(info.getPrivateKeyAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey));
        require(ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters())
                .equals(ECNamedCurveTable.getOID(name)));
        BigInteger secret = ECPrivateKey.getInstance(parse(info)).getKey();
        X9ECParameters curve = ECNamedCurveTable.getByName(name);
        require(secret.signum() > 0 && secret.compareTo(curve.getN()) < 0);
        org.bouncycastle.math.ec.ECPoint point = curve.getG().multiply(secret).normalize();
        Optional<Provider> provider =
                spec == KeySpec.ECC_SECG_P256K1 ? Optional.of(BouncyCastle.PROVIDER) : Optional.empty();
        KeyFactory factory = provider.isPresent()
                ? KeyFactory.getInstance("EC", provider.get())
                : KeyFactory.getInstance("EC");
        AlgorithmParameters parameters = provider.isPresent()
                ? AlgorithmParameters.getInstance("EC", provider.get())
                : AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(name));
        ECParameterSpec domain = parameters.getParameterSpec(ECParameterSpec.class);
        return new Pair(
                factory.generatePrivate(new ECPrivateKeySpec(secret, domain)),
                factory.generatePublic(new ECPublicKeySpec(
                        new ECPoint(
                                point.getAffineXCoord().toBigInteger(),
                                point.getAffineYCoord().toBigInteger()),
                        domain)));
    }

    private static Object parse(PrivateKeyInfo info) throws GeneralSecurityException {
        try {
            return info.parsePrivateKey();
        } catch (IOException malformed) {
            throw new GeneralSecurityException(malformed);
        }
    }

    private static Pair edwards(byte[] pkcs8) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        var key = (EdECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        byte[] seed = key.getBytes().orElseThrow();
        try {
            byte[] publicKey = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new Ed25519PrivateKeyParameters(seed).generatePublicKey())
                    .getEncoded();
            return new Pair(key, factory.generatePublic(new X509EncodedKeySpec(publicKey)));
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    private static void require(boolean fits) throws GeneralSecurityException {
        if (!fits) {
            throw new GeneralSecurityException("Not a key of this spec");
        }
    }

    private record Pair(PrivateKey secret, PublicKey publicKey) {}
}
