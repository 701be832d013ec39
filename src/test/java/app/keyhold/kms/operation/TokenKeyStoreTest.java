package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.token.MemoryTokens;
import app.keyhold.crypto.token.TokenAddress;
import app.keyhold.crypto.token.TokenException.Reason;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.CustomKeyStoreType;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.keystore.AddToken;
import app.keyhold.kms.operation.keystore.ConnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.CreateCustomKeyStore;
import app.keyhold.kms.operation.keystore.DeleteCustomKeyStore;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores.CustomKeyStoresListEntry;
import app.keyhold.kms.operation.keystore.DisconnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.ListTokens;
import app.keyhold.kms.operation.keystore.RemoveToken;
import app.keyhold.kms.operation.keystore.UpdateCustomKeyStore;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import app.keyhold.kms.operation.rotation.ListKeyRotations;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.schedule.DeleteKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Custom key stores on a token, with a token that is a map.
class TokenKeyStoreTest {
    private static final String CLUSTER = "cluster-abcdefghijk";
    private static final Map<String, String> CONTEXT = Map.of("purpose", "test");

    private final MemoryTokens tokens = new MemoryTokens();
    private final Desk desk = new Desk(new KeyStoreBackends(tokens, KeyStoreBackends.NONE.proxies()));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aNewKeyStoreIsDisconnected() {
        String id = createStore();

        assertThat(id).matches("cks-[0-9a-f]{17}");
        assertThat(describe(id))
                .isEqualTo(new CustomKeyStoresListEntry(
                        Optional.of(CLUSTER),
                        Optional.empty(),
                        ConnectionState.DISCONNECTED,
                        Desk.START,
                        id,
                        "desk",
                        CustomKeyStoreType.AWS_CLOUDHSM,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(tokens.tries()).isZero();
    }

    @Test
    void connectingLogsIn() {
        String id = connectedStore();

        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(tokens.loggedIn()).isEqualTo(1);
    }

    @Test
    void connectingAConnectedStoreConnectsItAnew() {
        String id = connectedStore();
        desk.call(new ConnectCustomKeyStore.Request(id));

        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(tokens.tries()).isEqualTo(2);
        assertThat(tokens.loggedIn()).isEqualTo(1);
    }

    @Test
    void aWrongPinFailsTheConnectionAndIsNotTriedAgain() {
        String id = createStore();
        tokens.changePin("another pin");
        desk.call(new ConnectCustomKeyStore.Request(id));

        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.FAILED);
        assertThat(describe(id).connectionErrorCode()).contains(ConnectionErrorCode.INVALID_CREDENTIALS);
        Refused.by(
                Fault.CustomKeyStoreInvalidStateException, () -> desk.call(new ConnectCustomKeyStore.Request(id)));
        assertThat(tokens.tries()).isEqualTo(1);
    }

    @Test
    void aFailedConnectionIsRepairedByDisconnectingUpdatingAndConnecting() {
        String id = createStore();
        tokens.changePin("another pin");
        desk.call(new ConnectCustomKeyStore.Request(id));
        desk.call(new DisconnectCustomKeyStore.Request(id));
        desk.call(UpdateCustomKeyStore.Request.nothing(id).withPassword(Desk.secret("another pin")));
        desk.call(new ConnectCustomKeyStore.Request(id));

        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(describe(id).connectionErrorCode()).isEmpty();
    }

    @Test
    void everyTroubleOfATokenHasItsCode() {
        String id = createStore();
        Map.of(
                        Reason.NOT_PRESENT, ConnectionErrorCode.CLUSTER_NOT_FOUND,
                        Reason.LIBRARY, ConnectionErrorCode.CLUSTER_NOT_FOUND,
                        Reason.PIN_LOCKED, ConnectionErrorCode.USER_LOCKED_OUT,
                        Reason.PIN_NOT_SET, ConnectionErrorCode.USER_NOT_FOUND,
                        Reason.LOGGED_IN_ELSEWHERE, ConnectionErrorCode.USER_LOGGED_IN,
                        Reason.TIMED_OUT, ConnectionErrorCode.NETWORK_ERRORS,
                        Reason.FAILED, ConnectionErrorCode.INTERNAL_ERROR)
                .forEach((reason, code) -> {
                    tokens.fail(reason);
                    desk.call(new ConnectCustomKeyStore.Request(id));
                    assertThat(describe(id).connectionErrorCode()).as(reason.name()).contains(code);
                    desk.call(new DisconnectCustomKeyStore.Request(id));
                });
    }

    @Test
    void aKeyIsMadeInTheToken() {
        String store = connectedStore();
        KeyMetadata key = desk.call(keyIn(store)).keyMetadata();

        assertThat(key.origin()).isEqualTo(KeyOrigin.AWS_CLOUDHSM);
        assertThat(key.customKeyStoreId()).contains(store);
        assertThat(key.cloudHsmClusterId()).contains(CLUSTER);
        assertThat(key.currentKeyMaterialId()).isEmpty();
        assertThat(key.xksKeyConfiguration()).isEmpty();
        assertThat(key.keyState()).isEqualTo(KeyState.Enabled);
        assertThat(tokens.labels()).containsExactly("keyhold-" + key.keyId());
        assertThat(describeKey(key.keyId())).isEqualTo(key);
    }

    @Test
    void whatIsEncryptedUnderItIsDecryptedAgain() {
        String key = keyInConnectedStore();
        Blob ciphertext = desk.call(Encrypt.Request.of(key, Desk.secret("plaintext"), CONTEXT)).ciphertextBlob();

        var answer = desk.call(Decrypt.Request.of(ciphertext, CONTEXT));

        assertThat(Desk.text(answer.plaintext())).isEqualTo("plaintext");
        assertThat(answer.keyId()).isEqualTo(Desk.arn(key));
        assertThat(ciphertext.hex()).startsWith("4b48434202");
        Refused.silently(Fault.InvalidCiphertextException)
                .when(() -> desk.call(Decrypt.Request.of(ciphertext, Map.of())));
    }

    @Test
    void everyBitOfItsCiphertextCounts() {
        String key = keyInConnectedStore();
        byte[] ciphertext = desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT))
                .ciphertextBlob()
                .toByteArray();
        for (int i = 0; i < ciphertext.length; i++) {
            byte[] forged = ciphertext.clone();
            forged[i] ^= 0x10;
            Refused.silently(Fault.InvalidCiphertextException)
                    .when(() -> desk.call(Decrypt.Request.of(Blob.of(forged), CONTEXT)));
        }
        byte[] shorter = Arrays.copyOf(ciphertext, ciphertext.length - 1);
        Refused.silently(Fault.InvalidCiphertextException)
                .when(() -> desk.call(Decrypt.Request.of(Blob.of(shorter), CONTEXT)));
    }

    @Test
    void dataKeysAndReEncryptionGoThroughTheToken() {
        String inToken = keyInConnectedStore();
        String here = desk.createKey();
        var dataKey = desk.call(GenerateDataKey.Request.ofLength(inToken, 32, CONTEXT));
        Blob moved = desk.call(ReEncrypt.Request.of(dataKey.ciphertextBlob(), CONTEXT, here, CONTEXT)).ciphertextBlob();
        Blob back = desk.call(ReEncrypt.Request.of(moved, CONTEXT, inToken, Map.of())).ciphertextBlob();

        assertThat(desk.call(Decrypt.Request.of(moved, CONTEXT)).plaintext().sameAs(dataKey.plaintext())).isTrue();
        assertThat(desk.call(Decrypt.Request.of(back, Map.of())).plaintext().sameAs(dataKey.plaintext())).isTrue();
    }

    @Test
    void keysAreUnavailableWhileDisconnectedAndWhatTheyWereAfterwards() {
        String store = connectedStore();
        String enabled = desk.call(keyIn(store)).keyMetadata().keyId();
        String disabled = desk.call(keyIn(store)).keyMetadata().keyId();
        String ending = desk.call(keyIn(store)).keyMetadata().keyId();
        desk.call(new DisableKey.Request(disabled));
        desk.call(ScheduleKeyDeletion.Request.of(ending));
        Blob ciphertext = desk.call(Encrypt.Request.of(enabled, Desk.secret("text"), CONTEXT)).ciphertextBlob();
        desk.call(new DisconnectCustomKeyStore.Request(store));

        assertThat(tokens.loggedIn()).isZero();
        assertThat(describeKey(enabled).keyState()).isEqualTo(KeyState.Unavailable);
        assertThat(describeKey(enabled).enabled()).isFalse();
        assertThat(describeKey(disabled).keyState()).isEqualTo(KeyState.Unavailable);
        assertThat(describeKey(ending).keyState()).isEqualTo(KeyState.PendingDeletion);
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(enabled) + " is unavailable.")
                .when(() -> desk.call(Decrypt.Request.of(ciphertext, CONTEXT)));
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(enabled) + " is unavailable.")
                .when(() -> desk.call(Encrypt.Request.of(enabled, Desk.secret("text"), CONTEXT)));
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(enabled) + " is not pending deletion.")
                .when(() -> desk.call(new CancelKeyDeletion.Request(enabled)));

        desk.call(new ConnectCustomKeyStore.Request(store));
        assertThat(describeKey(enabled).keyState()).isEqualTo(KeyState.Enabled);
        assertThat(describeKey(disabled).keyState()).isEqualTo(KeyState.Disabled);
        assertThat(Desk.text(desk.call(Decrypt.Request.of(ciphertext, CONTEXT)).plaintext())).isEqualTo("text");
    }

    @Test
    void enablingAndDisablingTakeEffectWhenTheKeyIsBack() {
        String store = connectedStore();
        String key = desk.call(keyIn(store)).keyMetadata().keyId();
        desk.call(new DisconnectCustomKeyStore.Request(store));
        desk.call(new DisableKey.Request(key));
        assertThat(describeKey(key).keyState()).isEqualTo(KeyState.Unavailable);
        desk.call(new ConnectCustomKeyStore.Request(store));

        assertThat(describeKey(key).keyState()).isEqualTo(KeyState.Disabled);
        desk.call(new EnableKey.Request(key));
        assertThat(describeKey(key).keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void aDeletionCancelledWhileDisconnectedLeavesTheKeyDisabledOnceItIsBack() {
        String store = connectedStore();
        String key = desk.call(keyIn(store)).keyMetadata().keyId();
        desk.call(ScheduleKeyDeletion.Request.of(key));
        desk.call(new DisconnectCustomKeyStore.Request(store));
        desk.call(new CancelKeyDeletion.Request(key));

        assertThat(describeKey(key).keyState()).isEqualTo(KeyState.Unavailable);
        desk.call(new ConnectCustomKeyStore.Request(store));
        assertThat(describeKey(key).keyState()).isEqualTo(KeyState.Disabled);
    }

    @Test
    void aTokenTakenOutMakesItsKeysUnavailableAndNeverDeleted() {
        String key = keyInConnectedStore();
        tokens.fail(Reason.NOT_PRESENT);

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is unavailable.")
                .when(() -> desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT)));
        assertThat(describeKey(key).keyState()).isEqualTo(KeyState.Unavailable);
        assertThat(desk.call(DescribeCustomKeyStores.Request.all()).customKeyStores())
                .extracting(CustomKeyStoresListEntry::connectionState)
                .containsExactly(ConnectionState.CONNECTED);
    }

    @Test
    void aTokenThatComesBackIsUsedAgainWithoutAnybodyDoingAnything() {
        String key = keyInConnectedStore();
        tokens.fail(Reason.NOT_PRESENT);
        tokens.recover();

        desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT));
        assertThat(tokens.tries()).isEqualTo(2);
    }

    @Test
    void aPinChangedBehindKeyholdsBackIsTriedOnce() {
        String key = keyInConnectedStore();
        tokens.changePin("another pin");
        tokens.fail(Reason.NOT_PRESENT);
        tokens.recover();
        for (int i = 0; i < 5; i++) {
            Refused.by(
                    Fault.KMSInvalidStateException,
                    () -> desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT)));
        }

        assertThat(tokens.tries()).isEqualTo(2);
    }

    @Test
    void aSlowTokenIsATimeoutAndNotAState() {
        String key = keyInConnectedStore();
        tokens.fail(Reason.TIMED_OUT);

        Refused.by(
                Fault.DependencyTimeoutException,
                () -> desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT)));
    }

    @Test
    void rotationIsRefused() {
        String key = keyInConnectedStore();
        Refused refusal = Refused.with(
                Fault.UnsupportedOperationException,
                Desk.arn(key) + " origin is AWS_CLOUDHSM which is not valid for this operation.");

        refusal.when(() -> desk.call(EnableKeyRotation.Request.of(key)));
        refusal.when(() -> desk.call(new GetKeyRotationStatus.Request(key)));
        refusal.when(() -> desk.call(new RotateKeyOnDemand.Request(key)));
        refusal.when(() -> desk.call(ListKeyRotations.Request.of(key)));
    }

    @Test
    void keysAreMadeOnlyInAConnectedStoreOfTheRightTypeAndKind() {
        String store = createStore();
        Refused.by(Fault.CustomKeyStoreInvalidStateException, () -> desk.call(keyIn(store)));
        Refused.by(Fault.CustomKeyStoreNotFoundException, () -> desk.call(keyIn("cks-00000000000000000")));
        desk.call(new ConnectCustomKeyStore.Request(store));
        Refused.by(
                Fault.UnsupportedOperationException,
                () -> desk.call(key(store, KeyOrigin.AWS_CLOUDHSM, KeySpec.RSA_2048, KeyUsage.SIGN_VERIFY, false)));
        Refused.by(
                Fault.UnsupportedOperationException,
                () -> desk.call(key(
                        store, KeyOrigin.AWS_CLOUDHSM, KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, true)));
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(
                        key(store, KeyOrigin.AWS_KMS, KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, false)));
        assertThat(tokens.labels()).isEmpty();
    }

    @Test
    void whatMakingAKeyLeftInTheTokenIsTakenBackIfTheKeyIsRefused() {
        String store = connectedStore();
        // Between making the key and writing it down somebody disconnects, which the transaction alone can see.
        tokens.whenGenerating(() -> desk.write(work -> work.put(
                work.keyStores().find(store).orElseThrow().failed(ConnectionErrorCode.INTERNAL_ERROR))));

        Refused.by(Fault.CustomKeyStoreInvalidStateException, () -> desk.call(keyIn(store)));
        assertThat(tokens.labels()).isEmpty();
    }

    @Test
    void theEndOfTheDeletionWindowRemovesTheKeyFromTheToken() {
        String key = keyInConnectedStore();
        desk.call(ScheduleKeyDeletion.Request.of(key, 7));
        desk.turnClock(Duration.ofDays(8));

        assertThat(desk.as(Principal.Service.KMS).call(new DeleteKey.Request(key)).leftInToken()).isEmpty();
        assertThat(tokens.labels()).isEmpty();
    }

    @Test
    void aKeyThatCouldNotBeRemovedFromTheTokenIsNamed() {
        String key = keyInConnectedStore();
        desk.call(ScheduleKeyDeletion.Request.of(key, 7));
        desk.turnClock(Duration.ofDays(8));
        tokens.fail(Reason.NOT_PRESENT);

        assertThat(desk.as(Principal.Service.KMS).call(new DeleteKey.Request(key)).leftInToken())
                .contains("keyhold-" + key + " in the token " + CLUSTER);
        assertThat(tokens.labels()).hasSize(1);
        assertThat(desk.lastEvent().responseElements().toString()).contains("keyhold-" + key);
    }

    @Test
    void aStoreThatHoldsKeysOrIsConnectedIsNotDeleted() {
        String store = connectedStore();
        String key = desk.call(keyIn(store)).keyMetadata().keyId();
        Refused.by(Fault.CustomKeyStoreInvalidStateException, () -> desk.call(new DeleteCustomKeyStore.Request(store)));
        desk.call(new DisconnectCustomKeyStore.Request(store));
        Refused.by(Fault.CustomKeyStoreHasCMKsException, () -> desk.call(new DeleteCustomKeyStore.Request(store)));
        desk.call(ScheduleKeyDeletion.Request.of(key, 7));
        desk.turnClock(Duration.ofDays(8));
        desk.as(Principal.Service.KMS).call(new DeleteKey.Request(key));
        desk.call(new DeleteCustomKeyStore.Request(store));

        assertThat(desk.call(DescribeCustomKeyStores.Request.all()).customKeyStores()).isEmpty();
        Refused.by(
                Fault.CustomKeyStoreNotFoundException, () -> desk.call(DescribeCustomKeyStores.Request.one(store)));
    }

    @Test
    void disconnectingTwiceIsRefused() {
        String store = createStore();

        Refused.by(
                Fault.CustomKeyStoreInvalidStateException,
                () -> desk.call(new DisconnectCustomKeyStore.Request(store)));
    }

    @Test
    void aConnectedStoreCanBeRenamedAndNothingElse() {
        String store = connectedStore();
        desk.call(UpdateCustomKeyStore.Request.nothing(store).withName("renamed"));

        assertThat(describe(store).customKeyStoreName()).isEqualTo("renamed");
        assertThat(describe(store).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        Refused.by(
                Fault.CustomKeyStoreInvalidStateException,
                () -> desk.call(UpdateCustomKeyStore.Request.nothing(store).withPassword(Desk.secret("1234567"))));
    }

    @Test
    void anUnrelatedTokenCannotTakeItsPlace() {
        String store = createStore();
        desk.write(work -> work.put(new ConfiguredToken(
                "cluster-kkkkkkkkkkk",
                new TokenAddress(MemoryTokens.LIBRARY, "other", "0002"),
                "Maker",
                "Model",
                Optional.empty(),
                desk.now(),
                0)));

        Refused.by(
                Fault.CloudHsmClusterNotRelatedException,
                () -> desk.call(UpdateCustomKeyStore.Request.nothing(store).withCluster("cluster-kkkkkkkkkkk")));
        Refused.by(
                Fault.CloudHsmClusterNotFoundException,
                () -> desk.call(UpdateCustomKeyStore.Request.nothing(store).withCluster("cluster-mmmmmmmmmmm")));
    }

    @Test
    void namesAreUniqueAndTokensHaveOneStore() {
        String store = createStore();

        Refused.by(
                Fault.CustomKeyStoreNameInUseException,
                () -> desk.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, Desk.secret(MemoryTokens.PIN))));
        Refused.by(
                Fault.CloudHsmClusterInUseException,
                () -> desk.call(CreateCustomKeyStore.Request.onToken("other", CLUSTER, Desk.secret(MemoryTokens.PIN))));
        Refused.by(
                Fault.CloudHsmClusterNotFoundException,
                () -> desk.call(CreateCustomKeyStore.Request.onToken(
                        "other", "cluster-mmmmmmmmmmm", Desk.secret(MemoryTokens.PIN))));
        assertThat(desk.call(new ListTokens.Request()).tokens())
                .extracting(ListTokens.Token::customKeyStoreId)
                .containsExactly(Optional.of(store));
    }

    @Test
    void aTokenThatIsNotThereGetsNoStore() {
        addToken(Optional.empty());
        tokens.fail(Reason.NOT_PRESENT);

        Refused.by(
                Fault.CloudHsmClusterNotActiveException,
                () -> desk.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, Desk.secret(MemoryTokens.PIN))));
    }

    @Test
    void aTrustAnchorMustBeTheTokens() {
        addToken(Optional.of("the certificate"));
        Refused.by(
                Fault.IncorrectTrustAnchorException,
                () -> desk.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, Desk.secret(MemoryTokens.PIN))));
        Refused.by(Fault.IncorrectTrustAnchorException, () -> desk.call(anchored("another certificate")));
        String store = desk.call(anchored("the certificate\n")).customKeyStoreId().orElseThrow();

        assertThat(describe(store).trustAnchorCertificate()).contains("the certificate\n");
    }

    @Test
    void thereAreAtMostTenStores() {
        createStore();
        desk.write(work -> {
            var one = work.keyStores().all().getFirst();
            for (int i = 0; i < 9; i++) {
                work.put(new CustomKeyStore(
                        "cks-0000000000000000" + i, "name " + i, one.created(), one.state(), Optional.empty(), one.backing(), 0));
            }
        });

        Refused.by(
                Fault.LimitExceededException,
                () -> desk.call(CreateCustomKeyStore.Request.onToken("last", CLUSTER, Desk.secret(MemoryTokens.PIN))));
        assertThat(desk.call(new DescribeCustomKeyStores.Request(
                                Optional.empty(), Optional.empty(), Optional.of(4), Optional.empty()))
                        .truncated())
                .isTrue();
    }

    @Test
    void randomBytesComeFromTheToken() {
        String store = connectedStore();
        var request = new GenerateRandom.Request(Optional.of(store), Optional.of(32), Optional.empty());

        assertThat(desk.call(request).plaintext().length()).isEqualTo(32);
        desk.call(new DisconnectCustomKeyStore.Request(store));
        Refused.by(Fault.CustomKeyStoreInvalidStateException, () -> desk.call(request));
        Refused.by(
                Fault.CustomKeyStoreNotFoundException,
                () -> desk.call(new GenerateRandom.Request(
                        Optional.of("cks-00000000000000000"), Optional.of(32), Optional.empty())));
    }

    @Test
    void aTokenIsRemovedAndAddedAgainWhileItsStoreIsDisconnected() {
        String store = connectedStore();
        Refused.by(Fault.CustomKeyStoreInvalidStateException, () -> desk.call(new RemoveToken.Request(CLUSTER)));
        desk.call(new DisconnectCustomKeyStore.Request(store));
        desk.call(new RemoveToken.Request(CLUSTER));
        desk.call(new ConnectCustomKeyStore.Request(store));
        assertThat(describe(store).connectionErrorCode()).contains(ConnectionErrorCode.CLUSTER_NOT_FOUND);
        desk.call(new DisconnectCustomKeyStore.Request(store));
        addToken(Optional.empty());
        desk.call(new ConnectCustomKeyStore.Request(store));

        assertThat(describe(store).connectionState()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void neitherPinNorSecretStandsInTheTrail() {
        createStore();

        assertThat(desk.lastEvent().toString()).contains("CreateCustomKeyStore").doesNotContain(MemoryTokens.PIN);
    }

    @Test
    void theModelsConstraintsHoldForASecretText() {
        addToken(Optional.empty());

        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value at 'keyStorePassword' failed to satisfy constraint: Member must "
                                + "have length greater than or equal to 7")
                .when(() -> desk.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, Desk.secret("ümläut"))));
    }

    @Test
    void eachOperationIsAPermissionOfItsOwn() {
        String store = createStore();
        var user = desk.user(
                "eva",
                new NamedPolicy(
                        "AllButConnecting",
                        """
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
                        {"Effect":"Deny","Action":["kms:ConnectCustomKeyStore","keyhold:AddToken"],"Resource":"*"}]}"""));

        assertThat(user.call(DescribeCustomKeyStores.Request.one(store)).customKeyStores()).hasSize(1);
        Refused.by(Fault.AccessDeniedException, () -> user.call(new ConnectCustomKeyStore.Request(store)));
        Refused.by(Fault.AccessDeniedException, () -> user.call(token(Optional.empty())));
    }

    private String keyInConnectedStore() {
        return desk.call(keyIn(connectedStore())).keyMetadata().keyId();
    }

    private String connectedStore() {
        String id = createStore();
        desk.call(new ConnectCustomKeyStore.Request(id));
        return id;
    }

    private String createStore() {
        addToken(Optional.empty());
        return desk.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, Desk.secret(MemoryTokens.PIN)))
                .customKeyStoreId()
                .orElseThrow();
    }

    private void addToken(Optional<String> trustAnchor) {
        desk.call(token(trustAnchor));
    }

    private static AddToken.Request token(Optional<String> trustAnchor) {
        return new AddToken.Request(
                CLUSTER, MemoryTokens.LIBRARY.file().toString(), Optional.of("desk"), Optional.empty(), Map.of(), trustAnchor);
    }

    private static CreateCustomKeyStore.Request anchored(String certificate) {
        return new CreateCustomKeyStore.Request(
                Optional.of(CLUSTER), "desk", Optional.empty(), Optional.of(Desk.secret(MemoryTokens.PIN)),
                Optional.of(certificate), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private CustomKeyStoresListEntry describe(String id) {
        return desk.call(DescribeCustomKeyStores.Request.one(id)).customKeyStores().getFirst();
    }

    private KeyMetadata describeKey(String id) {
        return desk.call(DescribeKey.Request.of(id)).keyMetadata();
    }

    private static CreateKey.Request keyIn(String store) {
        return key(store, KeyOrigin.AWS_CLOUDHSM, KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, false);
    }

    private static CreateKey.Request key(
            String store, KeyOrigin origin, KeySpec spec, KeyUsage usage, boolean multiRegion) {
        return new CreateKey.Request(
                Optional.empty(), Optional.of(store), Optional.empty(), Optional.empty(), Optional.of(spec.name()),
                Optional.of(usage.name()), multiRegion ? Optional.of(true) : Optional.empty(), Optional.of(origin.name()),
                Optional.empty(), List.of(), Optional.empty());
    }
}
