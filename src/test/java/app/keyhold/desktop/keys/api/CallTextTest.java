package app.keyhold.desktop.keys.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.tag.TagResource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTextTest {
    private static final String AT = " --endpoint-url http://127.0.0.1:4599";

    @Test
    void namesOperationAndOptionsAsTheCliDoes() {
        assertThat(CallText.CLI.of(CreateKey.Request.symmetric("Tapes").withMultiRegion()))
                .isEqualTo("aws kms create-key" + AT + " --description Tapes --key-spec SYMMETRIC_DEFAULT"
                        + " --key-usage ENCRYPT_DECRYPT --multi-region");
    }

    @Test
    void aShellReadsBackWhatWasMeant() {
        assertThat(CallText.CLI.of(PutKeyPolicy.Request.of("1234", "{\"Sid\": \"Tom's\"}")))
                .endsWith(" --policy '{\"Sid\": \"Tom'\\''s\"}'");
    }

    @Test
    void tagsAndContextsAreShorthandWhereThatIsSafe() {
        var safe = new TagResource.Request("1", List.of(new Tag("team", "pay roll"), new Tag("cost", "a,b")));
        assertThat(CallText.CLI.of(safe))
                .endsWith(" --tags 'TagKey=team,TagValue=pay roll' '{\"TagKey\":\"cost\",\"TagValue\":\"a,b\"}'");
        assertThat(CallText.CLI.of(Decrypt.Request.of("1", Blob.ofHex("00ff"), Map.of("run", "2026"))))
                .contains("--ciphertext-blob AP8=")
                .contains("--encryption-context run=2026");
    }

    @Test
    void aSecretIsNeverInTheText() {
        try (SecretBytes text = SecretBytes.takeOver("hush".getBytes(StandardCharsets.UTF_8))) {
            var request = Encrypt.Request.of("1", text, Map.of());
            assertThat(CallText.CLI.of(request)).contains("--plaintext fileb://plaintext.bin");
            assertThat(CallText.JAVA.of(request)).contains(".plaintext(SdkBytes.fromByteArray(plaintext))");
            assertThat(CallText.PYTHON.of(request)).contains("Plaintext=plaintext");
        }
    }

    @Test
    void javaAndPythonCallTheirClients() {
        var request = Decrypt.Request.of("1", Blob.ofHex("00ff"), Map.of("run", "2026"));
        assertThat(CallText.JAVA.of(request)).startsWith("kms.decrypt(request -> request").contains(".encryptionContext(Map.of(\"run\", \"2026\"))");
        assertThat(CallText.PYTHON.of(request)).startsWith("kms.decrypt(").contains("CiphertextBlob=base64.b64decode(\"AP8=\")");
    }
}
