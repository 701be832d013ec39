package app.keyhold.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsJsonTest {
    private final AwsJson json = new AwsJson();

    @Test
    void readsMembersByTheirWireNames() {
        var request = decode(
                """
                {"Plaintext":"aGVsbG8=","KeyId":"alias/a","EncryptionContext":{"run":"11"},"GrantTokens":["t"],
                 "DryRun":true}""",
                Encrypt.Request.class);
        assertThat(request.keyId()).isEqualTo("alias/a");
        assertThat(request.encryptionContext()).containsExactly(Map.entry("run", "11"));
        assertThat(request.grantTokens()).containsExactly("t");
        assertThat(request.dryRun()).contains(true);
        assertThat(request.plaintext().<String>use(bytes -> new String(bytes, UTF_8))).isEqualTo("hello");
    }

    @Test
    void readsNestedRecords() {
        var request = decode("{\"Tags\":[{\"TagKey\":\"team\",\"TagValue\":\"pay\"}]}", CreateKey.Request.class);
        assertThat(request.tags()).containsExactly(new Tag("team", "pay"));
    }

    @Test
    void takesNullAndMissingForTheSame() {
        var request = decode("{\"KeyId\":null,\"EncryptionContext\":null}", Decrypt.Request.class);
        assertThat(request)
                .isEqualTo(new Decrypt.Request(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void leavesAMissingRequiredMemberToTheShapeCheck() {
        assertThat(decode("{}", ScheduleKeyDeletion.Request.class).keyId()).isNull();
    }

    @Test
    void ignoresMembersTheServiceDoesNotKnow() {
        var request = decode("{\"Limit\":5,\"Colour\":{\"deep\":[1,{}]}}", ListKeys.Request.class);
        assertThat(request.limit()).contains(5);
    }

    record Timed(Instant when) implements KmsRequest<Timed> {}

    @Test
    void readsTimesAsSeconds() {
        assertThat(decode("{\"When\":1764000000.25}", Timed.class).when())
                .isEqualTo(Instant.parse("2025-11-24T16:00:00.250Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"KeyId\":5}",
                "{\"KeyId\":[\"a\"]}",
                "{\"KeyId\":{}}",
                "{\"Plaintext\":17}",
                "{\"Plaintext\":\"aGVsbG8\"}",
                "{\"Plaintext\":\"aGVsbG9=\"}",
                "{\"Plaintext\":\"aGVs bG8=\"}",
                "{\"Plaintext\":\"aGVsbG8=\\n\"}",
                "{\"Plaintext\":\"\u00e9GVsbG8=\"}",
                "{\"EncryptionContext\":[]}",
                "{\"EncryptionContext\":{\"a\":1}}",
                "{\"EncryptionContext\":{\"a\":null}}",
                "{\"EncryptionContext\":{\"a\":\"1\",\"a\":\"2\"}}",
                "{\"GrantTokens\":\"t\"}",
                "{\"GrantTokens\":[null]}",
                "{\"DryRun\":\"true\"}",
                "{\"KeyId\":\"a\",\"KeyId\":\"b\"}",
                "{\"KeyId\":\"a\"} {}",
                "{\"KeyId\":\"a\"",
                "{\"KeyId\":\"a\",}",
                "{'KeyId':'a'}",
                "[]",
                "\"KeyId\"",
                ""
            })
    void refusesWhatDoesNotFit(String text) {
        assertThatThrownBy(() -> decode(text, Encrypt.Request.class))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        refusal -> assertThat(refusal.fault()).isEqualTo(Fault.SerializationException));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Limit\":1.5}",
                "{\"Limit\":2147483648}",
                "{\"Limit\":9223372036854775808}",
                "{\"Limit\":\"5\"}"
            })
    void refusesNumbersThatAreNoIntegers(String text) {
        assertThatThrownBy(() -> decode(text, ListKeys.Request.class)).isInstanceOf(KmsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"When\":\"2026-01-01\"}", "{\"When\":1e300}", "{\"When\":true}"})
    void refusesTimesThatAreNoTimes(String text) {
        assertThatThrownBy(() -> decode(text, Timed.class)).isInstanceOf(KmsException.class);
    }

    @Test
    void neverQuotesWhatItCouldNotRead() {
        assertThatThrownBy(() -> decode("{\"Plaintext\": hunter2}", Encrypt.Request.class))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void readsIntegersAtTheirLimits() {
        assertThat(decode("{\"Limit\":2147483647}", ListKeys.Request.class).limit()).contains(Integer.MAX_VALUE);
    }

    @Test
    void refusesWhatIsTooLargeBeforeReadingIt() {
        byte[] large = ("{\"KeyId\":\"" + "a".repeat(AwsJson.MAX_BYTES) + "\"}").getBytes(UTF_8);
        assertThatThrownBy(() -> json.decode(large, Encrypt.Request.class)).hasMessageContaining("larger than");
    }

    @Test
    void refusesDepthThatWouldOverflowTheStack() {
        assertThatThrownBy(() -> decode("{\"X\":" + "[".repeat(5000) + "]".repeat(5000) + "}", Encrypt.Request.class))
                .isInstanceOf(KmsException.class);
    }

    @Test
    void writesBlobsInBase64AndLeavesEmptyOptionalsOut() {
        var secret = SecretBytes.takeOver("key".getBytes(UTF_8));
        var response = new GenerateDataKey.Response(
                Blob.of(new byte[] {1, 2, 3}), Optional.empty(), "arn:k", Optional.of("m"), secret);
        assertThat(encode(response))
                .isEqualTo("{\"CiphertextBlob\":\"AQID\",\"KeyId\":\"arn:k\",\"KeyMaterialId\":\"m\",\"Plaintext\":\"a2V5\"}");
    }

    @Test
    void wipesASecretOnceItIsWritten() {
        var secret = SecretBytes.takeOver("key".getBytes(UTF_8));
        encode(new Decrypt.Response(
                Optional.empty(), EncryptionAlgorithm.SYMMETRIC_DEFAULT, "arn:k", Optional.empty(), secret));
        assertThat(secret.isDestroyed()).isTrue();
    }

    @Test
    void writesTimesAsSecondsWithTheirFraction() {
        assertThat(encode(new GetKeyRotationStatus.Response(
                        "k",
                        true,
                        Optional.of(Instant.ofEpochMilli(1764000000250L)),
                        Optional.of(Instant.ofEpochSecond(1764000000)),
                        Optional.of(365))))
                .isEqualTo("{\"KeyId\":\"k\",\"KeyRotationEnabled\":true,\"NextRotationDate\":1764000000.25,"
                        + "\"OnDemandRotationStartDate\":1764000000,\"RotationPeriodInDays\":365}");
    }

    @Test
    void writesEmptyListsAsTheServiceDoes() {
        assertThat(encode(new ListKeys.Response(List.of(), Optional.empty(), false)))
                .isEqualTo("{\"Keys\":[],\"Truncated\":false}");
    }

    @Test
    void writesRefusalsWithTheServicesMemberNames() {
        assertThat(new String(json.encode(new KmsException(Fault.NotFoundException, "Alias \"x\"")), UTF_8))
                .isEqualTo("{\"__type\":\"NotFoundException\",\"message\":\"Alias \\\"x\\\"\"}");
    }

    @Test
    void writesNoMessageWhereTheServiceSendsNone() {
        assertThat(new String(json.encode(new KmsException(Fault.InvalidCiphertextException)), UTF_8))
                .isEqualTo("{\"__type\":\"InvalidCiphertextException\"}");
    }

    private <Q extends KmsRequest<?>> Q decode(String text, Class<Q> type) {
        return json.decode(text.getBytes(UTF_8), type);
    }

    private String encode(Object response) {
        return new String(json.encode(response), UTF_8);
    }
}
