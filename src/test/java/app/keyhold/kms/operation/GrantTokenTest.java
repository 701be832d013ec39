package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.key.DescribeKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTokenTest {
    private static final Refused INVALID =
            Refused.with(Fault.InvalidGrantTokenException, "The grant token is not valid.");
    private static final String EVA = Desk.userArn("eva");

    private final Desk desk = new Desk();
    private final String key = desk.createKey();
    private final Client eva = desk.person("eva");

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTokenIsAcceptedAtOnceAndChangesNothing() {
        String token = grant(key, GrantOperation.Encrypt);

        assertThat(eva.call(encrypt(List.of(token))).keyId()).isEqualTo(Desk.arn(key));
        assertThat(eva.call(encrypt(List.of(token, token))).keyId()).isEqualTo(Desk.arn(key));
        assertThat(eva.call(encrypt(List.of())).keyId()).isEqualTo(Desk.arn(key));
    }

    @Test
    void aTokenGivesNobodyAPermission() {
        String token = grant(key, GrantOperation.Encrypt);
        Client bo = desk.person("bo");

        Refused.by(Fault.AccessDeniedException, () -> bo.call(encrypt(List.of(token))));
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        String token = grant(desk.createKey(), GrantOperation.Encrypt);

        INVALID.when(() -> desk.call(encrypt(List.of(token))));
        INVALID.when(() -> desk.call(new DescribeKey.Request(List.of(token), key)));
    }

    @Test
    void aReEncryptionTakesTokensOfEitherKey() {
        String other = desk.createKey();
        Blob sealed = desk.call(encrypt(List.of())).ciphertextBlob();
        var tokens = List.of(grant(key, GrantOperation.ReEncryptFrom), grant(other, GrantOperation.ReEncryptTo));

        assertThat(eva.call(new ReEncrypt.Request(
                                Optional.of(sealed), Optional.empty(), Map.of(), other, Optional.empty(), List.of(),
                                tokens, Optional.empty(), Map.of(), Optional.empty()))
                        .keyId())
                .isEqualTo(Desk.arn(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AQpAM2RhZWY=", "not base64"})
    void whatIsNoTokenIsRefused(String token) {
        INVALID.when(() -> desk.call(encrypt(List.of(token))));
        INVALID.when(() -> desk.call(RetireGrant.Request.byToken(token)));
    }

    @Test
    void theTokenOfAGrantThatIsOverIsRefused() {
        String token = grant(key, GrantOperation.Encrypt);
        desk.call(RetireGrant.Request.byToken(token));

        INVALID.when(() -> desk.call(encrypt(List.of(token))));
        Refused.by(Fault.NotFoundException, () -> desk.call(RetireGrant.Request.byToken(token)));
    }

    @Test
    void oneWrongTokenAmongRightOnesIsRefused() {
        String token = grant(key, GrantOperation.Encrypt);

        INVALID.when(() -> eva.call(encrypt(List.of(token, token + "="))));
    }

    @Test
    void aGrantIsRetiredByAnyOfItsTokensAlone() {
        var request = CreateGrant.Request.of(key, EVA, GrantOperation.Encrypt).withName("payroll");
        desk.call(request);
        String second = desk.call(request).grantToken();
        desk.call(RetireGrant.Request.byToken(second));

        assertThat(desk.call(ListGrants.Request.of(key)).grants()).isEmpty();
        assertThat(desk.lastEvent().name()).isEqualTo("ListGrants");
    }

    @Test
    void retiringIsAuditedWithTheKeyAndTheGrant() {
        var made = desk.call(CreateGrant.Request.of(key, EVA, GrantOperation.Encrypt));
        desk.call(RetireGrant.Request.byToken(made.grantToken()));

        assertThat(desk.lastEvent().resources()).containsExactly(Desk.arn(key));
        assertThat(desk.lastEvent().changes().getFirst().identity()).isEqualTo(key + "/" + made.grantId());
    }

    @Test
    void aGrantToRetireIsNamedInOneWay() {
        var made = desk.call(CreateGrant.Request.of(key, EVA, GrantOperation.Encrypt));
        Optional<String> token = Optional.of(made.grantToken());
        Optional<String> id = Optional.of(made.grantId());
        Optional<String> none = Optional.empty();
        var refused = Refused.with(
                Fault.ValidationException, "You must specify either GrantToken, or both KeyId and GrantId.");

        refused.when(() -> desk.call(new RetireGrant.Request(Optional.empty(), none, none, none)));
        refused.when(() -> desk.call(new RetireGrant.Request(Optional.empty(), id, none, none)));
        refused.when(() -> desk.call(new RetireGrant.Request(Optional.empty(), none, none, Optional.of(key))));
        refused.when(() -> desk.call(new RetireGrant.Request(Optional.empty(), id, token, none)));
        refused.when(() -> desk.call(new RetireGrant.Request(Optional.empty(), id, token, Optional.of(key))));
    }

    @Test
    void aDryRunRetiresNothing() {
        String token = grant(key, GrantOperation.Encrypt);

        Refused.by(
                Fault.DryRunOperationException,
                () -> desk.call(new RetireGrant.Request(
                        Optional.of(true), Optional.empty(), Optional.of(token), Optional.empty())));
        eva.call(encrypt(List.of(token)));
    }

    private String grant(String keyId, GrantOperation operation) {
        return desk.call(CreateGrant.Request.of(keyId, EVA, operation)).grantToken();
    }

    private Encrypt.Request encrypt(List<String> tokens) {
        return new Encrypt.Request(Optional.empty(), Optional.empty(), Map.of(), tokens, key, Desk.secret("x"));
    }
}
