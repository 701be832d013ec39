package app.keyhold.kms.operation;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.RFC5649WrapEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/// Somebody outside who wraps key material for import, with the JDK's OAEP and Bouncy Castle's AES key wrap.
public record Importer(Client client, String keyId, WrappingAlgorithm algorithm, WrappingKeySpec wrappingKey) {
    static Importer of(Desk desk, String keyId) {
        return of(desk.owner(), keyId);
    }

    public static Importer of(Client client, String keyId) {
        return new Importer(client, keyId, WrappingAlgorithm.RSAES_OAEP_SHA_256, WrappingKeySpec.RSA_2048);
    }

    GetParametersForImport.Response parameters() {
        return client.call(new GetParametersForImport.Request(keyId, algorithm.name(), wrappingKey.name()));
    }

    /// Material that does not expire.
    public ImportKeyMaterial.Request request(byte[] material) {
        GetParametersForImport.Response parameters = parameters();
        return ImportKeyMaterial.Request.of(
                keyId, parameters.importToken(), wrapped(parameters.publicKey(), material));
    }

    public ImportKeyMaterial.Response send(byte[] material) {
        return client.call(request(material));
    }

    Blob wrapped(Blob publicKey, byte[] material) {
        try {
            PublicKey key = KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(publicKey.toByteArray()));
            return switch (algorithm) {
                case RSAES_OAEP_SHA_1 -> Blob.of(oaep("SHA-1", key, material));
                case RSAES_OAEP_SHA_256 -> Blob.of(oaep("SHA-256", key, material));
                case RSA_AES_KEY_WRAP_SHA_1 -> inTwoSteps("SHA-1", key, material);
                case RSA_AES_KEY_WRAP_SHA_256 -> inTwoSteps("SHA-256", key, material);
                case RSAES_PKCS1_V1_5, SM2PKE -> throw new IllegalArgumentException(algorithm.name());
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Blob inTwoSteps(String hash, PublicKey key, byte[] material) throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(256);
        SecretKey inner = generator.generateKey();
        var engine = new RFC5649WrapEngine(AESEngine.newInstance());
        engine.init(true, new KeyParameter(inner.getEncoded()));
        byte[] outer = oaep(hash, key, inner.getEncoded());
        byte[] wrapped = engine.wrap(material, 0, material.length);
        byte[] both = Arrays.copyOf(outer, outer.length + wrapped.length);
        System.arraycopy(wrapped, 0, both, outer.length, wrapped.length);
        return Blob.of(both);
    }

    private static byte[] oaep(String hash, PublicKey key, byte[] plain) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                key,
                new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT));
        return cipher.doFinal(plain);
    }
}
