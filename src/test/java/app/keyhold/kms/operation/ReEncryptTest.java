package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.key.DisableKey;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReEncryptTest {
    private static final Map<String, String> CONTEXT = Map.of("Department", "Payroll", "Year", "2026");
    private static final Refused INVALID_CIPHERTEXT = Refused.silently(Fault.InvalidCiphertextException);

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void reEncryptMovesToAnotherKeyAndContext() {
        String next = desk.createKey();

        var moved = desk.call(ReEncrypt.Request.of(seal("wages"), CONTEXT, next, Map.of("Year", "2027")));

        assertThat(moved.sourceKeyId()).isEqualTo(Desk.arn(key));
        assertThat(moved.keyId()).isEqualTo(Desk.arn(next));
        assertThat(moved.sourceKeyMaterialId()).contains(desk.stored(key).currentMaterial().id());
        assertThat(moved.destinationKeyMaterialId()).contains(desk.stored(next).currentMaterial().id());
        assertThat(Desk.text(desk.call(Decrypt.Request.of(moved.ciphertextBlob(), Map.of("Year", "2027"))).plaintext()))
                .isEqualTo("wages");
    }

    @Test
    void reEncryptNeedsTheSourcesContext() {
        Blob ciphertext = seal("wages");

        INVALID_CIPHERTEXT.when(
                () -> desk.call(ReEncrypt.Request.of(ciphertext, Map.of(), desk.createKey(), Map.of())));
    }

    @Test
    void reEncryptRefusesADisabledDestination() {
        Blob ciphertext = seal("wages");
        String next = desk.createKey();
        desk.call(new DisableKey.Request(next));

        Refused.with(Fault.DisabledException, Desk.arn(next) + " is disabled.")
                .when(() -> desk.call(ReEncrypt.Request.of(ciphertext, CONTEXT, next, Map.of())));
    }

    private Blob seal(String text) {
        return desk.call(Encrypt.Request.of(key, Desk.secret(text), CONTEXT)).ciphertextBlob();
    }
}
