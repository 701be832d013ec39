package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.alias.ListAliases;
import app.keyhold.kms.operation.alias.ListAliases.AliasListEntry;
import app.keyhold.kms.operation.alias.UpdateAlias;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTest {
    private static final String ARN = "arn:aws:kms:us-east-1:123456789012:alias/payroll";

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anAliasIsListedWithItsKey() {
        desk.call(new CreateAlias.Request("alias/payroll", key));

        assertThat(desk.call(ListAliases.Request.firstPage()).aliases())
                .containsExactly(new AliasListEntry(ARN, "alias/payroll", Desk.START, Desk.START, key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"payroll", "Alias/payroll", "alias/"})
    void aNameNeedsThePrefix(String name) {
        Refused.with(
                        Fault.ValidationException,
                        "Alias must start with the prefix \"alias/\". Please see "
                                + "https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html")
                .when(() -> desk.call(new CreateAlias.Request(name, key)));
    }

    @Test
    void theServicesOwnNamesAreReserved() {
        Refused.with(Fault.NotAuthorizedException, "")
                .when(() -> desk.call(new CreateAlias.Request("alias/aws/files", key)));
    }

    @Test
    void aNameOfOtherCharactersIsRefusedByShape() {
        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value 'alias/pay roll' at 'aliasName' failed to satisfy "
                                + "constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$")
                .when(() -> desk.call(new CreateAlias.Request("alias/pay roll", key)));
    }

    @Test
    void aNameIsGivenOnce() {
        desk.call(new CreateAlias.Request("alias/payroll", key));

        Refused.with(Fault.AlreadyExistsException, "An alias with the name " + ARN + " already exists")
                .when(() -> desk.call(new CreateAlias.Request("alias/payroll", desk.createKey())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alias/payroll", "arn:aws:kms:us-east-1:123456789012:alias/payroll"})
    void anAliasIsNoTarget(String target) {
        Refused.with(Fault.ValidationException, "Aliases must refer to keys. Not aliases")
                .when(() -> desk.call(new CreateAlias.Request("alias/other", target)));
    }

    @Test
    void anUnknownAliasIsNotDeleted() {
        Refused.with(Fault.NotFoundException, "Alias " + ARN + " is not found.")
                .when(() -> desk.call(new DeleteAlias.Request("alias/payroll")));
    }

    @Test
    void aDeletedAliasIsGoneAndItsKeyStays() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        desk.call(new DeleteAlias.Request("alias/payroll"));

        assertThat(desk.call(ListAliases.Request.firstPage()).aliases()).isEmpty();
        assertThat(desk.stored(key).id()).isEqualTo(key);
    }

    @Test
    void aMovedAliasEncryptsWithTheNewKeyAndTheOldCiphertextStillOpens() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        var before = desk.call(Encrypt.Request.of("alias/payroll", Desk.secret("x"), Map.of()));
        String next = desk.createKey();
        desk.turnClock(Duration.ofDays(1));
        desk.call(new UpdateAlias.Request("alias/payroll", next));

        assertThat(desk.call(Encrypt.Request.of("alias/payroll", Desk.secret("x"), Map.of())).keyId())
                .isEqualTo(Desk.arn(next));
        assertThat(Desk.text(desk.call(Decrypt.Request.of(before.ciphertextBlob(), Map.of())).plaintext()))
                .isEqualTo("x");
    }

    @Test
    void aMovedAliasKeepsItsDateOfCreation() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        String next = desk.createKey();
        desk.turnClock(Duration.ofDays(1));
        desk.call(new UpdateAlias.Request("alias/payroll", next));

        assertThat(desk.call(ListAliases.Request.of(next)).aliases())
                .containsExactly(new AliasListEntry(ARN, "alias/payroll", Desk.START, desk.now(), next));
    }

    @Test
    void anAliasMovesBetweenKeysOfOneTypeAndUsageOnly() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        String mac = desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);

        Refused.by(Fault.ValidationException, () -> desk.call(new UpdateAlias.Request("alias/payroll", mac)));
    }

    @Test
    void anAliasMovesAwayFromAKeyPendingDeletion() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        desk.call(ScheduleKeyDeletion.Request.of(key));
        String next = desk.createKey();

        desk.call(new UpdateAlias.Request("alias/payroll", next));

        assertThat(desk.call(ListAliases.Request.of(next)).aliases()).hasSize(1);
    }

    @Test
    void anAliasDoesNotMoveToAKeyPendingDeletion() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        String next = desk.createKey();
        desk.call(ScheduleKeyDeletion.Request.of(next));

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(next) + " is pending deletion.")
                .when(() -> desk.call(new UpdateAlias.Request("alias/payroll", next)));
    }

    @Test
    void aKeyPendingDeletionGetsNoAliasButLosesThoseItHas() {
        desk.call(new CreateAlias.Request("alias/payroll", key));
        desk.call(ScheduleKeyDeletion.Request.of(key));

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is pending deletion.")
                .when(() -> desk.call(new CreateAlias.Request("alias/new", key)));
        desk.call(new DeleteAlias.Request("alias/payroll"));
        assertThat(desk.call(ListAliases.Request.firstPage()).aliases()).isEmpty();
    }

    @Test
    void aKeyHasFiftyAliasesAtMost() {
        for (int i = 0; i < 50; i++) {
            desk.call(new CreateAlias.Request("alias/a" + i, key));
        }

        Refused.by(Fault.LimitExceededException, () -> desk.call(new CreateAlias.Request("alias/a50", key)));
    }

    @Test
    void pagesGoOnAfterTheLastName() {
        for (String name : new String[] {"alias/a", "alias/b", "alias/c"}) {
            desk.call(new CreateAlias.Request(name, key));
        }
        var first = desk.call(new ListAliases.Request(Optional.of(key), Optional.of(2), Optional.empty()));
        var second = desk.call(new ListAliases.Request(Optional.of(key), Optional.of(2), first.nextMarker()));

        assertThat(second.aliases()).extracting(AliasListEntry::aliasName).containsExactly("alias/c");
        assertThat(second.truncated()).isFalse();
    }

    @Test
    void aMarkerOfOneListIsNoneOfAnother() {
        desk.call(new CreateAlias.Request("alias/a", key));
        desk.call(new CreateAlias.Request("alias/b", key));
        var first = desk.call(new ListAliases.Request(Optional.empty(), Optional.of(1), Optional.empty()));

        Refused.by(
                Fault.InvalidMarkerException,
                () -> desk.call(new ListAliases.Request(Optional.of(key), Optional.of(1), first.nextMarker())));
    }

    @Test
    void aPageHasAHundredAliasesAtMost() {
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(new ListAliases.Request(Optional.empty(), Optional.of(101), Optional.empty())));
    }
}
