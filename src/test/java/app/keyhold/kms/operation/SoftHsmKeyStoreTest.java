package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.token.SoftHsm;
import app.keyhold.crypto.token.TokenProcesses;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.keystore.AddToken;
import app.keyhold.kms.operation.keystore.ConnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.CreateCustomKeyStore;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores.CustomKeyStoresListEntry;
import app.keyhold.kms.operation.keystore.DisconnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.UpdateCustomKeyStore;
import app.keyhold.kms.operation.schedule.DeleteKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Custom key stores on a PKCS#11 token of SoftHSM2, through the whole door.
class SoftHsmKeyStoreTest {
    private static final String CLUSTER = "cluster-softhsmdesk";
    private static final Map<String, String> CONTEXT = Map.of("purpose", "test");

    private final Desk desk = new Desk(new KeyStoreBackends(new TokenProcesses(), KeyStoreBackends.NONE.proxies()));

    @TempDir
    private Path folder;

    private SoftHsm softHsm;

    @BeforeEach
    void makeToken() throws IOException {
        softHsm = new SoftHsm(folder).addToken("desk").addToken("other");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyLivesAndEndsInTheToken() throws IOException {
        String store = connectedStore();
        String key = createKey(store);
        Blob ciphertext = encrypt(key);

        assertThat(decrypt(ciphertext)).isEqualTo("plaintext");
        assertThat(softHsm.objects("desk")).contains("keyhold-" + key, "never extractable");
        assertThat(desk.call(new GenerateRandom.Request(Optional.of(store), Optional.of(1024), Optional.empty()))
                        .plaintext()
                        .length())
                .isEqualTo(1024);
        desk.call(ScheduleKeyDeletion.Request.of(key, 7));
        desk.turnClock(Duration.ofDays(8));
        assertThat(desk.as(Principal.Service.KMS).call(new DeleteKey.Request(key)).leftInToken()).isEmpty();
        assertThat(softHsm.objects("desk")).doesNotContain("keyhold-");
    }

    @Test
    void disconnectingLogsOutAndConnectingBringsTheKeysBack() {
        String store = connectedStore();
        String key = createKey(store);
        Blob ciphertext = encrypt(key);
        desk.call(new DisconnectCustomKeyStore.Request(store));
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is unavailable.").when(() -> decrypt(ciphertext));
        desk.call(new ConnectCustomKeyStore.Request(store));

        assertThat(decrypt(ciphertext)).isEqualTo("plaintext");
    }

    @Test
    void aWrongPinIsToldAndCorrected() throws IOException {
        String store = connectedStore();
        String key = createKey(store);
        Blob ciphertext = encrypt(key);
        desk.call(new DisconnectCustomKeyStore.Request(store));
        softHsm.changePin("desk", "changed-pin");
        desk.call(new ConnectCustomKeyStore.Request(store));

        assertThat(describe(store).connectionState()).isEqualTo(ConnectionState.FAILED);
        assertThat(describe(store).connectionErrorCode()).contains(ConnectionErrorCode.INVALID_CREDENTIALS);
        assertThat(state(key)).isEqualTo(KeyState.Unavailable);
        desk.call(new DisconnectCustomKeyStore.Request(store));
        desk.call(UpdateCustomKeyStore.Request.nothing(store).withPassword(Desk.secret("changed-pin")));
        desk.call(new ConnectCustomKeyStore.Request(store));
        assertThat(decrypt(ciphertext)).isEqualTo("plaintext");
    }

    @Test
    void aTokenThatIsGoneIsUnavailableAndServesAgainWhenItIsBack() throws Exception {
        String store = connectedStore();
        String key = createKey(store);
        Blob ciphertext = encrypt(key);
        softHsm.unplug();

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is unavailable.").when(() -> encrypt(key));
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is unavailable.").when(() -> decrypt(ciphertext));
        assertThat(state(key)).isEqualTo(KeyState.Unavailable);

        softHsm.plugIn();
        desk.call(new DisconnectCustomKeyStore.Request(store));
        desk.call(new ConnectCustomKeyStore.Request(store));
        assertThat(decrypt(ciphertext)).isEqualTo("plaintext");
        assertThat(state(key)).isEqualTo(KeyState.Enabled);
    }

    @Test
    void aKeyRemovedBehindKeyholdsBackIsUnavailable() throws IOException {
        String store = connectedStore();
        String key = createKey(store);
        Blob ciphertext = encrypt(key);
        softHsm.remove("desk", "keyhold-" + key);
        desk.call(new ConnectCustomKeyStore.Request(store));

        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is unavailable.").when(() -> decrypt(ciphertext));
        assertThat(state(key)).isEqualTo(KeyState.Unavailable);
    }

    @Test
    void aTokenIsAddedByItsLabelOrSerialNumberAndOnlyIfItIsThere() {
        Refused.by(Fault.NotFoundException, () -> desk.call(token(Optional.empty(), Optional.empty())));
        Refused.by(Fault.NotFoundException, () -> desk.call(token(Optional.of("third"), Optional.empty())));
        String serial = softHsm.address("other").serial();

        var added = desk.call(token(Optional.empty(), Optional.of(serial)));
        assertThat(added.label()).isEqualTo("other");
        assertThat(added.manufacturer()).isEqualTo("SoftHSM project");
        Refused.by(Fault.AlreadyExistsException, () -> desk.call(token(Optional.of("desk"), Optional.empty())));
    }

    private String connectedStore() {
        desk.call(token(Optional.of("desk"), Optional.empty()));
        String id = desk.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, SoftHsm.pin()))
                .customKeyStoreId()
                .orElseThrow();
        desk.call(new ConnectCustomKeyStore.Request(id));
        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        return id;
    }

    private AddToken.Request token(Optional<String> label, Optional<String> serial) {
        return new AddToken.Request(
                CLUSTER,
                softHsm.library().file().toString(),
                label,
                serial,
                softHsm.library().environment(),
                Optional.empty());
    }

    private String createKey(String store) {
        return desk.call(new CreateKey.Request(
                        Optional.empty(), Optional.of(store), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.of("AWS_CLOUDHSM"), Optional.empty(), List.of(),
                        Optional.empty()))
                .keyMetadata()
                .keyId();
    }

    private Blob encrypt(String key) {
        return desk.call(Encrypt.Request.of(key, Desk.secret("plaintext"), CONTEXT)).ciphertextBlob();
    }

    private String decrypt(Blob ciphertext) {
        return Desk.text(desk.call(Decrypt.Request.of(ciphertext, CONTEXT)).plaintext());
    }

    private KeyState state(String key) {
        return desk.call(DescribeKey.Request.of(key)).keyMetadata().keyState();
    }

    private CustomKeyStoresListEntry describe(String id) {
        return desk.call(DescribeCustomKeyStores.Request.one(id)).customKeyStores().getFirst();
    }
}
