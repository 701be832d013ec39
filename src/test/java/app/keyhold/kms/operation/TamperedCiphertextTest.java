package app.keyhold.kms.operation;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.kms.Access;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TamperedCiphertextTest {
    private static final Map<String, String> CONTEXT = Map.of("Department", "Payroll", "Year", "2026");
    private static final Refused INVALID_CIPHERTEXT = Refused.silently(Fault.InvalidCiphertextException);

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anotherContextDoesNotOpen() {
        Blob ciphertext = seal("wages");
        var another = Map.of("Department", "payroll", "Year", "2026");

        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(ciphertext, another)));
        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(ciphertext, Map.of())));
    }

    @Test
    void everyFlippedByteIsAnInvalidCiphertextAndNothingMore() {
        byte[] ciphertext = seal("wages").toByteArray();
        for (int i = 0; i < ciphertext.length; i++) {
            byte[] flipped = ciphertext.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(Blob.of(flipped), CONTEXT)));
            INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(key, Blob.of(flipped), CONTEXT)));
        }
    }

    @Test
    void everyTruncatedCiphertextIsInvalid() {
        byte[] ciphertext = seal("wages").toByteArray();
        for (int length = 1; length < ciphertext.length; length++) {
            Blob cut = Blob.of(Arrays.copyOf(ciphertext, length));
            INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(cut, CONTEXT)));
        }
    }

    @Test
    void aCiphertextSplicedFromTwoMaterialsIsInvalid() {
        byte[] before = seal("wages").toByteArray();
        desk.call(new RotateKeyOnDemand.Request(key));
        byte[] after = seal("wages").toByteArray();
        System.arraycopy(after, 0, before, 0, 118);

        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(Blob.of(before), CONTEXT)));
    }

    @Test
    void aCiphertextOfAKeyThatIsNotHereIsNotToldFromAForbiddenOne() {
        try (Desk other = new Desk()) {
            Blob foreign = other.call(Encrypt.Request.of(other.createKey(), Desk.secret("x"), Map.of()))
                    .ciphertextBlob();
            Client eva = desk.user("eva", new NamedPolicy("Nothing", """
                    {"Version": "2012-10-17", "Statement": [
                      {"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"}]}"""));
            var refusal = Refused.with(Fault.AccessDeniedException, Access.UNKNOWN_OR_DENIED);

            refusal.when(() -> desk.call(Decrypt.Request.of(foreign, Map.of())));
            refusal.when(() -> eva.call(Decrypt.Request.of(seal("x"), CONTEXT)));
        }
    }

    @Test
    void aForgedRsaCiphertextIsInvalid() {
        String rsa = desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);

        INVALID_CIPHERTEXT.when(() -> desk.call(Decrypt.Request.of(
                rsa, Blob.of(new byte[256]), EncryptionAlgorithm.RSAES_OAEP_SHA_256)));
    }

    private Blob seal(String text) {
        return desk.call(Encrypt.Request.of(key, Desk.secret(text), CONTEXT)).ciphertextBlob();
    }
}
