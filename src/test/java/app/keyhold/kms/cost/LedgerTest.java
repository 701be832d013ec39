package app.keyhold.kms.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.cost.KeyCost.Subject;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPair;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.kms.operation.schedule.DeleteKey;
import app.keyhold.kms.operation.schedule.WitnessDates;
import app.keyhold.kms.operation.screen.QueryCost;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.signing.Sign;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// At 7.20 a month for a key, so one cent an hour in a month of 30 days; 3.60 a rotation; 0.01 a symmetric request.
class LedgerTest {
    private static final int NOON = 12;

    private final SmallVault vault = new SmallVault();

    /// April has 720 hours.
    LedgerTest() {
        turn(31 * 24 - NOON);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void turn(long hours) {
        vault.clock.turn(Duration.ofHours(hours));
    }

    private String key(KeySpec spec, KeyUsage usage) {
        return vault.owner().call(CreateKey.Request.of(spec, usage, "")).keyMetadata().keyId();
    }

    private String key() {
        return key(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
    }

    private QueryCost.Response ask(Client client, Optional<String> month, int months, Optional<String> key) {
        return client.call(new QueryCost.Request("s", month, Optional.of(months), key));
    }

    private QueryCost.Response ask() {
        return ask(vault.owner(), Optional.empty(), 1, Optional.empty());
    }

    private KeyCost of(String key) {
        return ask().keys().stream().filter(cost -> cost.keyId().equals(Optional.of(key))).findFirst().orElseThrow();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private Blob encrypt(String key) {
        return vault.owner()
                .call(Encrypt.Request.of(key, SecretBytes.takeOver(new byte[3]), Map.of()))
                .ciphertextBlob();
    }

    @Test
    void aKeyCostsByTheHourAndAnHourBegunCounts() {
        String key = key();
        vault.clock.turn(Duration.ofMinutes(150));

        assertThat(of(key).hours()).isEqualTo(3);
        assertThat(of(key).estimatedStorage()).isEqualTo(money("0.03"));
    }

    @Test
    void aWholeMonthCostsThePriceOfAMonth() {
        key();
        turn(720 + 24);

        assertThat(ask(vault.owner(), Optional.of("2026-04"), 1, Optional.empty()).months())
                .singleElement()
                .satisfies(april -> {
                    assertThat(april.complete()).isTrue();
                    assertThat(april.estimatedStorage()).isEqualTo(money("7.20"));
                });
        assertThat(ask().months()).singleElement().satisfies(may -> {
            assertThat(may.month()).isEqualTo("2026-05");
            assertThat(may.complete()).isFalse();
        });
    }

    @Test
    void timeWhileItsDeletionIsPendingIsFree() {
        String key = key();
        turn(10);
        vault.owner().call(ScheduleKeyDeletion.Request.of(key, 30));
        turn(100);

        assertThat(of(key).hours()).isEqualTo(10);
    }

    @Test
    void aCancelledDeletionIsChargedBack() {
        String key = key();
        turn(10);
        vault.owner().call(ScheduleKeyDeletion.Request.of(key, 30));
        turn(100);
        vault.owner().call(new CancelKeyDeletion.Request(key));
        turn(10);

        assertThat(of(key).hours()).isEqualTo(120);
    }

    @Test
    void theFirstTwoRotationsAddToThePriceAndLaterOnesDoNot() {
        String key = key();
        for (int i = 0; i < 3; i++) {
            turn(10);
            vault.owner().call(new RotateKeyOnDemand.Request(key));
        }
        turn(10);

        assertThat(of(key).chargedRotations()).isEqualTo(2);
        // 30 and 20 hours at half a cent
        assertThat(of(key).estimatedRotations()).isEqualTo(money("0.25"));
    }

    @Test
    void aKeyThatAServiceManagesIsFreeWithAllThatIsAskedOfIt() {
        Client files = vault.through(Principal.Service.FILES, SmallVault.OWNER);
        files.call(new CreateServiceManagedKey.Request("files"));
        files.call(Encrypt.Request.of("alias/aws/files", SecretBytes.takeOver(new byte[3]), Map.of()));
        turn(100);

        assertThat(ask().keys()).isEmpty();
        assertThat(ask().months().getFirst().estimatedTotal()).isEqualTo(money("0.00"));
    }

    @Test
    void requestsArePricedByTheKeyTheyUse() {
        String symmetric = key();
        String ecc = key(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        String rsa = key(KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY);
        encrypt(symmetric);
        vault.owner().call(Sign.Request.of(ecc, Blob.of(new byte[4]), SigningAlgorithm.ECDSA_SHA_256));
        vault.owner().call(Sign.Request.of(rsa, Blob.of(new byte[4]), SigningAlgorithm.RSASSA_PSS_SHA_256));

        // Making a key is a request too.
        assertThat(of(symmetric).requests()).containsExactly(new RequestCost(RequestKind.SYMMETRIC, 2, money("0.02")));
        assertThat(of(ecc).requests()).containsExactly(
                new RequestCost(RequestKind.SYMMETRIC, 1, money("0.01")),
                new RequestCost(RequestKind.OTHER_ASYMMETRIC, 1, money("0.05")));
        assertThat(of(rsa).requests()).containsExactly(
                new RequestCost(RequestKind.SYMMETRIC, 1, money("0.01")), new RequestCost(RequestKind.RSA_2048, 1, money("0.02")));
    }

    @Test
    void aPairOfKeysIsPricedByThePairThatWasMade() {
        String key = key();
        vault.owner().call(GenerateDataKeyPair.Request.of(key, DataKeyPairSpec.RSA_2048, Map.of()));
        vault.owner().call(GenerateDataKeyPair.Request.of(key, DataKeyPairSpec.ECC_NIST_P384, Map.of()));

        assertThat(of(key).requests()).contains(
                new RequestCost(RequestKind.DATA_KEY_PAIR_RSA, 1, money("1.00")),
                new RequestCost(RequestKind.DATA_KEY_PAIR_ECC, 1, money("0.10")));
    }

    @Test
    void aReEncryptionIsOneRequestOfTheKeyItEndsUnder() {
        String source = key();
        String destination = key();
        Blob ciphertext = encrypt(source);
        vault.owner().call(ReEncrypt.Request.of(ciphertext, Map.of(), destination, Map.of()));

        assertThat(of(source).requestCount()).isEqualTo(2);
        assertThat(of(destination).requestCount()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedAndWhatScreensAskIsNoRequest() {
        String key = key();
        vault.owner().call(new QueryKeys.Request("s"));
        catchThrowableOfType(
                KmsException.class,
                () -> vault.client(vault.addUser("eva")).call(Encrypt.Request.of(key, SecretBytes.takeOver(new byte[3]), Map.of())));
        ask();

        assertThat(ask().months().getFirst().requests()).containsExactly(new RequestCost(RequestKind.SYMMETRIC, 1, money("0.01")));
    }

    @Test
    void requestsAboutNoKeyStandByThemselves() {
        vault.owner().call(ListKeys.Request.firstPage());

        assertThat(ask().keys()).singleElement().satisfies(cost -> {
            assertThat(cost.subject()).isEqualTo(Subject.NO_KEY);
            assertThat(cost.requestCount()).isEqualTo(1);
        });
    }

    @Test
    void freeRequestsAreTakenOffTheWholeAccountOnce() {
        String key = key();
        for (int i = 0; i < 14; i++) {
            encrypt(key);
        }
        MonthCost whole = ask().months().getFirst();
        MonthCost ofOne = ask(vault.owner(), Optional.empty(), 1, Optional.of(key)).months().getFirst();

        assertThat(whole.freeRequests()).isEqualTo(10);
        assertThat(whole.estimatedFree()).isEqualTo(money("0.10"));
        assertThat(whole.estimatedTotal()).isEqualTo(money("0.05"));
        assertThat(ofOne.freeRequests()).isZero();
        assertThat(ofOne.estimatedTotal()).isEqualTo(money("0.15"));
    }

    @Test
    void aDeletedKeyStillStandsInTheMonthsItWasThere() {
        String key = key();
        turn(10);
        vault.owner().call(ScheduleKeyDeletion.Request.of(key, 7));
        Client schedule = vault.client(Principal.Service.KMS);
        schedule.call(new WitnessDates.Request("before"));
        turn(8 * 24);
        schedule.call(new WitnessDates.Request("after"));
        schedule.call(new DeleteKey.Request(key));

        assertThat(ask().keys()).singleElement().satisfies(cost -> {
            assertThat(cost.subject()).isEqualTo(Subject.DELETED_KEYS);
            assertThat(cost.keyId()).isEmpty();
            assertThat(cost.hours()).isEqualTo(10);
            assertThat(cost.requestCount()).isEqualTo(2);
        });
    }

    @Test
    void nobodyIsToldTheCostOfAKeyTheyMayNotDescribe() {
        String shown = key();
        String hidden = key();
        encrypt(hidden);
        turn(5);
        Client eva = vault.client(vault.addUser("eva", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"keyhold:QueryCost","Resource":"*"},
                  {"Effect":"Allow","Action":"kms:DescribeKey","Resource":"arn:aws:kms:*:*:key/%s"}]}""".formatted(shown)));

        QueryCost.Response answer = ask(eva, Optional.empty(), 1, Optional.empty());

        assertThat(answer.keys()).extracting(KeyCost::keyId).containsExactly(Optional.of(shown));
        assertThat(answer.months().getFirst().estimatedStorage()).isEqualTo(money("0.05"));
        assertThat(catchThrowableOfType(KmsException.class, () -> ask(eva, Optional.empty(), 1, Optional.of(hidden))).fault())
                .isEqualTo(Fault.NotFoundException);
    }

    @Test
    void itNeedsAPermissionOfItsOwn() {
        Client eva = vault.client(vault.addUser("eva"));

        assertThat(catchThrowableOfType(KmsException.class, () -> ask(eva, Optional.empty(), 1, Optional.empty())).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void monthsAreSummedUpToTheOneAskedFor() {
        key();
        turn(31 * 24 * 2);

        assertThat(ask(vault.owner(), Optional.empty(), 4, Optional.empty()).months())
                .extracting(MonthCost::month)
                .containsExactly("2026-03", "2026-04", "2026-05", "2026-06");
    }

    @Test
    void aMonthToComeIsRefused() {
        assertThat(catchThrowableOfType(KmsException.class, () -> ask(vault.owner(), Optional.of("2026-05"), 1, Optional.empty())))
                .hasMessageContaining("has not begun");
    }

    @Test
    void aKeyIsFoundByItsAliasToo() {
        String key = key();
        vault.owner().call(new CreateAlias.Request("alias/payroll", key));
        turn(1);

        assertThat(ask(vault.owner(), Optional.empty(), 1, Optional.of("alias/payroll")).keys())
                .singleElement()
                .satisfies(cost -> assertThat(cost.aliases()).containsExactly("alias/payroll"));
    }
}
