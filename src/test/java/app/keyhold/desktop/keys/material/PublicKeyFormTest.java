package app.keyhold.desktop.keys.material;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.KeySpec;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PublicKeyFormTest {
    private static Blob publicKey(KeySpec spec) {
        var pair = KeyGeneration.generate(spec);
        pair.secret().close();
        return pair.publicKey().orElseThrow();
    }

    private static BigInteger member(String jwk, String name) {
        var found = Pattern.compile("\"" + name + "\": \"([^\"]+)\"").matcher(jwk);
        assertThat(found.find()).isTrue();
        return new BigInteger(1, Base64.getUrlDecoder().decode(found.group(1)));
    }

    @Test
    void aCurvesPointIsInItsJwk() throws Exception {
        Blob key = publicKey(KeySpec.ECC_NIST_P521);
        String jwk = PublicKeyForm.JWK.text(KeySpec.ECC_NIST_P521, key).orElseThrow();
        var point = ((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key.toByteArray()))).getW();
        assertThat(jwk).contains("\"crv\": \"P-521\"");
        assertThat(member(jwk, "x")).isEqualTo(point.getAffineX());
        assertThat(member(jwk, "y")).isEqualTo(point.getAffineY());
    }

    @Test
    void modulusAndExponentAreInTheJwkOfAnRsaKey() throws Exception {
        Blob key = publicKey(KeySpec.RSA_2048);
        String jwk = PublicKeyForm.JWK.text(KeySpec.RSA_2048, key).orElseThrow();
        var pair = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key.toByteArray()));
        assertThat(member(jwk, "n")).isEqualTo(pair.getModulus());
        assertThat(member(jwk, "e")).isEqualTo(pair.getPublicExponent());
    }

    @Test
    void kindsThatJwkDoesNotKnowHaveTheOtherForms() {
        Blob key = publicKey(KeySpec.ML_KEM_768);
        assertThat(PublicKeyForm.JWK.text(KeySpec.ML_KEM_768, key)).isEmpty();
        assertThat(PublicKeyForm.PEM.text(KeySpec.ML_KEM_768, key).orElseThrow()).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(PublicKeyForm.DER.file(KeySpec.ML_KEM_768, key).orElseThrow()).isEqualTo(key.toByteArray());
    }
}
