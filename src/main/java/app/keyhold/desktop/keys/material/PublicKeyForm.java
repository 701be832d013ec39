package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A public key as others read it.
enum PublicKeyForm {
    /// RFC 7468, 64 characters a line.
    PEM(".pem"),
    /// SubjectPublicKeyInfo; shown in base64, saved as bytes.
    DER(".der"),
    /// RFC 7517; only of the kinds it knows.
    JWK(".jwk");

    private static final int LINE = 64;

    private final String suffix;

    PublicKeyForm(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    /// Empty if the form does not know this kind of key.
    Optional<String> text(KeySpec spec, Blob subjectPublicKeyInfo) {
        return switch (this) {
            case PEM -> Optional.of(pem(subjectPublicKeyInfo));
            case DER -> Optional.of(subjectPublicKeyInfo.base64());
            case JWK -> jwk(spec, subjectPublicKeyInfo.toByteArray());
        };
    }

    /// What a file of this form holds.
    Optional<byte[]> file(KeySpec spec, Blob subjectPublicKeyInfo) {
        return this == DER
                ? Optional.of(subjectPublicKeyInfo.toByteArray())
                : text(spec, subjectPublicKeyInfo).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(Blob key) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key.toByteArray());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static Optional<String> jwk(KeySpec spec, byte[] key) {
        return switch (spec.family()) {
            case RSA -> Optional.of(rsa(key));
            case EC -> Optional.of(curve(spec, key));
            case EDWARDS -> Optional.of("{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"" + url(tail(key, 32)) + "\"}\n"); // not words
            case AES, HMAC, SM2, ML_DSA, ML_KEM -> Optional.empty();
        };
    }

    private static String rsa(byte[] key) {
        try {
            var pair = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
            return "{\"kty\": \"RSA\", \"n\": \"" + url(unsigned(pair.getModulus())) + "\", \"e\": \"" + url(unsigned(pair.getPublicExponent())) + "\"}\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A public key of this vault can't be read", e);
        }
    }

    /// The point stands uncompressed at the end.
    private static String curve(KeySpec spec, byte[] key) {
        int size = (spec.bits() + 7) / 8;
        byte[] point = tail(key, 2 * size);
        String name = spec == KeySpec.ECC_SECG_P256K1 ? "secp256k1" : "P-" + spec.bits();
        return "{\"kty\": \"EC\", \"crv\": \"" + name + "\", \"x\": \"" + url(Arrays.copyOf(point, size)) + "\", \"y\": \""
                + url(tail(point, size)) + "\"}\n";
    }

    private static byte[] tail(byte[] bytes, int length) {
        return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? tail(bytes, bytes.length - 1) : bytes;
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
