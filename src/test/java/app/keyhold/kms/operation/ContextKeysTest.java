package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.iam.ConditionKey;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where each condition key's value comes from: whoever is allowed everything under a condition may make the one request
/// and not the other. What else a request may be refused for does not matter here.
@BesideOthers
class ContextKeysTest {
    /// Known, and never there, as the other keys that `ConditionKey` lists at its end.
    private static final ConditionKey FIRST_OF_NEVER_THERE = ConditionKey.ASSUMED_ROOT;

    private final Desk desk = new Desk();
    private final Map<String, String> names = new HashMap<>();

    /// @param refused empty where no request of this caller could be
    record Case(String condition, String allowed, Optional<String> refused) {
        @Override
        public String toString() {
            return condition + " " + allowed;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (var in = ContextKeysTest.class.getResourceAsStream("/app/keyhold/kms/context-keys.txt")) {
            List<Case> cases = new ArrayList<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\n", "");
            for (String block : text.strip().split("\n\n+")) {
                String[] lines = block.strip().split("\n");
                assertThat(lines).as(block).hasSize(3);
                cases.add(new Case(
                        lines[0],
                        lines[1].substring(1).strip(),
                        Optional.of(lines[2].substring(1).strip()).filter(line -> !line.isEmpty())));
            }
            return cases.stream();
        }
    }

    @BeforeEach
    void fill() {
        names.put("key", desk.call(CreateKey.Request.symmetric("").withTags(List.of(new Tag("colour", "red"))))
                .keyMetadata()
                .keyId());
        names.put("other", desk.createKey());
        names.put("rsa", desk.createKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT));
        names.put("sign", desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY));
        names.put("agree", desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT));
        names.put("mac", desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC));
        names.put("external", ((CreateKey.Response) call(desk.owner(), "CreateKey {\"Origin\": \"EXTERNAL\"}"))
                .keyMetadata()
                .keyId());
        names.put("multi", desk.createKey());
        desk.write(work -> work.put(work.key(names.get("multi"))
                .orElseThrow()
                .withMultiRegion(Optional.of(MultiRegion.primary(Desk.REGION)))));
        names.put("eva", "arn:aws:iam::123456789012:user/eva");
        desk.call(new CreateAlias.Request("alias/pets", names.get("key")));
        names.put("sealed", desk.call(Encrypt.Request.of(names.get("key"), Desk.secret("hi"), Map.of("team", "red")))
                .ciphertextBlob()
                .base64());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesFromRequestKeyOrCaller(Case given) {
        String operation = given.allowed().substring(0, given.allowed().indexOf(' '));
        assumeThat(desk.owner().requestType(operation)).as(operation).isPresent();
        Client eva = desk.user("eva", new NamedPolicy("Conditional", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*", "Condition": %s}}"""
                .formatted(named(given.condition()))));

        assertThat(fault(eva, given.allowed())).isNotEqualTo(Optional.of(Fault.AccessDeniedException));
        given.refused().ifPresent(request ->
                assertThat(fault(eva, request)).contains(Fault.AccessDeniedException));
    }

    @Test
    void noKeyIsLeftOut() throws IOException {
        String all = cases().map(Case::condition).reduce("", String::concat).toLowerCase(Locale.ROOT);
        assertThat(Arrays.stream(ConditionKey.values()).filter(key -> key.compareTo(FIRST_OF_NEVER_THERE) < 0))
                .allSatisfy(key -> assertThat(all).contains(key.wireName().toLowerCase(Locale.ROOT)));
    }

    private Optional<Fault> fault(Client client, String request) {
        return Optional.ofNullable(catchThrowableOfType(KmsException.class, () -> call(client, request)))
                .map(KmsException::fault);
    }

    private Object call(Client client, String line) {
        int space = line.indexOf(' ');
        Class<?> type = client.requestType(line.substring(0, space)).orElseThrow();
        byte[] json = named(line.substring(space)).getBytes(StandardCharsets.UTF_8);
        return client.call(decoded(json, type));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static KmsRequest<Object> decoded(byte[] json, Class<?> type) {
        return (KmsRequest<Object>) new AwsJson().decode(json, (Class) type);
    }

    private String named(String text) {
        String named = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace("<" + name.getKey() + ">", name.getValue());
        }
        return named;
    }
}
