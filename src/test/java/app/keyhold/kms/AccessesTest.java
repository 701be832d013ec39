package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Principal;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.alias.UpdateAlias;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.ListKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every permission of an operation that needs more than its own name on one key, taken away one at a time.
class AccessesTest {
    private static final String ALIAS = "alias/pets";
    private static final String NEW_ALIAS = "alias/plants";

    private final SmallVault vault = new SmallVault();
    private final Key first = vault.addKey();
    private final Key second = vault.addKey();

    @AfterEach
    void lock() {
        vault.close();
    }

    @ParameterizedTest(name = "{0} without {1} on {2}")
    @CsvSource({
        "ReEncrypt,      kms:ReEncryptFrom,  first",
        "ReEncrypt,      kms:ReEncryptTo,    second",
        "CreateAlias,    kms:CreateAlias,    alias/plants",
        "CreateAlias,    kms:CreateAlias,    first",
        "UpdateAlias,    kms:UpdateAlias,    alias/pets",
        "UpdateAlias,    kms:UpdateAlias,    first",
        "UpdateAlias,    kms:UpdateAlias,    second",
        "DeleteAlias,    kms:DeleteAlias,    alias/pets",
        "DeleteAlias,    kms:DeleteAlias,    first",
        "CreateKey,      kms:CreateKey,      *",
        "CreateKey,      kms:TagResource,    *",
        "ListKeys,       kms:ListKeys,       *",
        "GenerateRandom, kms:GenerateRandom, *",
    })
    void needsEachOfItsPermissions(String operation, String action, String resource) {
        vault.owner().call(new CreateAlias.Request(ALIAS, first.id()));
        Principal all = vault.addUser("all", everything());
        Principal allButOne = vault.addUser("all-but-one", everything(), deny(action, arn(resource)));

        assertThat(refusal(allButOne, request(operation)))
                .get()
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(action))
                .extracting(KmsException::fault)
                .isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(all, request(operation))).isEmpty();
    }

    private KmsRequest<?> request(String operation) {
        return switch (operation) {
            case "ReEncrypt" -> reEncrypt();
            case "CreateAlias" -> new CreateAlias.Request(NEW_ALIAS, first.id());
            case "UpdateAlias" -> new UpdateAlias.Request(ALIAS, second.id());
            case "DeleteAlias" -> new DeleteAlias.Request(ALIAS);
            case "CreateKey" -> CreateKey.Request.symmetric("").withTags(List.of(new Tag("colour", "red")));
            case "ListKeys" -> new ListKeys.Request(Optional.empty(), Optional.empty());
            case "GenerateRandom" ->
                new GenerateRandom.Request(Optional.empty(), Optional.of(16), Optional.empty());
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private KmsRequest<?> reEncrypt() {
        var sealed = vault.owner()
                .call(Encrypt.Request.of(first.id(), SecretBytes.takeOver("secret".getBytes()), Map.of()));
        return new ReEncrypt.Request(
                Optional.of(sealed.ciphertextBlob()),
                Optional.empty(),
                Map.of(),
                second.id(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.of(first.id()));
    }

    private String arn(String resource) {
        return switch (resource) {
            case "first" -> first.arn().toString();
            case "second" -> second.arn().toString();
            case "*" -> "*";
            default -> "arn:aws:kms:" + SmallVault.REGION + ":" + SmallVault.ACCOUNT + ":" + resource;
        };
    }

    private Optional<KmsException> refusal(Principal person, KmsRequest<?> request) {
        return Optional.ofNullable(catchThrowableOfType(
                KmsException.class, () -> vault.client(person).call(request)));
    }

    private static String everything() {
        return statement("Allow", "*", "*");
    }

    private static String deny(String action, String resource) {
        return statement("Deny", action, resource);
    }

    private static String statement(String effect, String action, String resource) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"%s","Action":"%s","Resource":"%s"}]}"""
                .formatted(effect, action, resource);
    }
}
