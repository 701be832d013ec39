package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStoreType;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.keystore.XksProblem;
import app.keyhold.kms.keystore.XksProxyConnectivity;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.keystore.ConnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.CreateCustomKeyStore;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores.CustomKeyStoresListEntry;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores.XksProxyConfigurationType;
import app.keyhold.kms.operation.keystore.DisconnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.UpdateCustomKeyStore;
import app.keyhold.kms.operation.keystore.XksProxyAuthenticationCredentialType;
import app.keyhold.xks.TestXksProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// External key stores, through the whole door and over HTTPS to a proxy with keys of its own.
@BesideOthers
class ExternalKeyStoreTest {
    private static final Map<String, String> CONTEXT = Map.of("purpose", "test");

    @TempDir
    private Path folder;

    private TestXksProxy proxy;
    private Desk desk;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        proxy = new TestXksProxy(folder, () -> Desk.START).addKey("payroll").addKey("ledger");
        var client = proxy.client();
        desk = new Desk(new KeyStoreBackends(KeyStoreBackends.NONE.tokens(), client));
    }

    @AfterEach
    void stop() {
        desk.close();
        proxy.close();
    }

    @Test
    void aNewStoreAsksTheProxyHowItIs() {
        String id = createStore();

        assertThat(proxy.newestFacts().get("kmsOperation").asText()).isEqualTo("CreateCustomKeyStore");
        assertThat(describe(id))
                .isEqualTo(new CustomKeyStoresListEntry(
                        Optional.empty(),
                        Optional.empty(),
                        ConnectionState.DISCONNECTED,
                        Desk.START,
                        id,
                        "external",
                        CustomKeyStoreType.EXTERNAL_KEY_STORE,
                        Optional.empty(),
                        Optional.of(new XksProxyConfigurationType(
                                TestXksProxy.ACCESS_KEY,
                                XksProxyConnectivity.PUBLIC_ENDPOINT,
                                TestXksProxy.ENDPOINT,
                                TestXksProxy.PATH,
                                Optional.empty(),
                                Optional.empty()))));
        assertThat(desk.lastEvent().toString()).doesNotContain(TestXksProxy.SECRET_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AuthenticationFailedException, XksProxyIncorrectAuthenticationCredentialException",
        "404, InvalidUriPathException, XksProxyInvalidConfigurationException",
        "503, DependencyTimeoutException, XksProxyUriUnreachableException",
        "429, ThrottlingException, XksProxyUriUnreachableException",
        "500, InternalException, XksProxyInvalidResponseException",
        "500, NobodyKnows, XksProxyInvalidResponseException",
    })
    void aProxyThatIsNotWellGetsNoStore(int status, String error, Fault expected) {
        proxy.fail(status, error);

        Refused.by(expected, this::createStore);
        assertThat(desk.call(DescribeCustomKeyStores.Request.all()).customKeyStores()).isEmpty();
    }

    @Test
    void aProxyWithoutAKeyManagerIsUnreachable() {
        proxy.health("UNAVAILABLE");

        Refused.by(Fault.XksProxyUriUnreachableException, this::createStore);
    }

    @Test
    void aProxyInACloudsPrivateNetworkCannotBeFound() {
        Refused.by(
                Fault.XksProxyVpcEndpointServiceNotFoundException,
                () -> desk.call(new CreateCustomKeyStore.Request(
                        Optional.empty(), "vpc", Optional.of("EXTERNAL_KEY_STORE"), Optional.empty(), Optional.empty(),
                        Optional.of(credential(TestXksProxy.SECRET_KEY)), Optional.of("VPC_ENDPOINT_SERVICE"),
                        Optional.of(TestXksProxy.ENDPOINT), Optional.of(TestXksProxy.PATH),
                        Optional.of("com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"), Optional.empty())));
    }

    @Test
    void oneAddressHasOneStore() {
        createStore();

        Refused.by(
                Fault.XksProxyUriInUseException,
                () -> desk.call(CreateCustomKeyStore.Request.behindProxy(
                        "other", TestXksProxy.ENDPOINT, TestXksProxy.PATH, credential(TestXksProxy.SECRET_KEY))));
    }

    @Test
    void partsThatBelongToATokenAreRefused() {
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(new CreateCustomKeyStore.Request(
                        Optional.of("cluster-abcdefghijk"), "mixed", Optional.of("EXTERNAL_KEY_STORE"), Optional.empty(),
                        Optional.empty(), Optional.of(credential(TestXksProxy.SECRET_KEY)),
                        Optional.of("PUBLIC_ENDPOINT"), Optional.of(TestXksProxy.ENDPOINT),
                        Optional.of(TestXksProxy.PATH), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "401, AuthenticationFailedException, INVALID_CREDENTIALS",
        "403, AccessDeniedException, XKS_PROXY_ACCESS_DENIED",
        "404, InvalidUriPathException, XKS_PROXY_INVALID_CONFIGURATION",
        "503, DependencyTimeoutException, XKS_PROXY_TIMED_OUT",
        "500, InternalException, XKS_PROXY_NOT_REACHABLE",
        "500, NobodyKnows, XKS_PROXY_INVALID_RESPONSE",
    })
    void aConnectionThatFailsTellsWhy(int status, String error, ConnectionErrorCode expected) {
        String id = createStore();
        proxy.fail(status, error);
        desk.call(new ConnectCustomKeyStore.Request(id));

        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.FAILED);
        assertThat(describe(id).connectionErrorCode()).contains(expected);
    }

    @Test
    void aProxyThatIsGoneIsNotReachable() {
        String id = createStore();
        proxy.close();
        desk.call(new ConnectCustomKeyStore.Request(id));

        assertThat(describe(id).connectionErrorCode()).contains(ConnectionErrorCode.XKS_PROXY_NOT_REACHABLE);
    }

    @Test
    void aKeyIsAssociatedWithAnExternalOne() {
        String store = connectedStore();
        KeyMetadata key = desk.call(keyBehind(store, "payroll")).keyMetadata();

        assertThat(key.origin()).isEqualTo(KeyOrigin.EXTERNAL_KEY_STORE);
        assertThat(key.customKeyStoreId()).contains(store);
        assertThat(key.cloudHsmClusterId()).isEmpty();
        assertThat(key.xksKeyConfiguration()).contains(new KeyMetadata.XksKeyConfigurationType(Optional.of("payroll")));
        assertThat(key.currentKeyMaterialId()).isEmpty();
        assertThat(desk.call(DescribeKey.Request.of(key.keyId())).keyMetadata()).isEqualTo(key);
        assertThat(proxy.newestFacts().has("kmsKeyArn")).isFalse();
        Refused.by(Fault.XksKeyAlreadyInUseException, () -> desk.call(keyBehind(store, "payroll")));
    }

    @Test
    void anExternalKeyThatDoesNotFitIsRefused() {
        String store = connectedStore();
        Refused.with(Fault.XksKeyNotFoundException, XksProblem.KEY_NOT_FOUND.sentence())
                .when(() -> desk.call(keyBehind(store, "missing")));
        proxy.disableKey("payroll");
        Refused.with(Fault.XksKeyInvalidConfigurationException, XksProblem.INVALID_STATE.sentence())
                .when(() -> desk.call(keyBehind(store, "payroll")));
        proxy.fail(403, "AccessDeniedException");
        Refused.with(Fault.KMSInvalidStateException, XksProblem.ACCESS_DENIED.sentence())
                .when(() -> desk.call(keyBehind(store, "ledger")));
    }

    @Test
    void whatIsEncryptedGoesThroughBoth() {
        String key = createKey();
        Blob ciphertext = desk.call(Encrypt.Request.of(key, Desk.secret("plaintext"), CONTEXT)).ciphertextBlob();

        assertThat(ciphertext.hex()).startsWith("4b48434203");
        assertThat(Desk.text(desk.call(Decrypt.Request.of(ciphertext, CONTEXT)).plaintext())).isEqualTo("plaintext");
        proxy.removeKey("payroll");
        proxy.addKey("payroll");
        Refused.with(Fault.KMSInvalidStateException, XksProblem.INVALID_CIPHERTEXT.sentence())
                .when(() -> desk.call(Decrypt.Request.of(ciphertext, CONTEXT)));
    }

    @Test
    void theProxyNeverSeesAPlaintextNorAContext() {
        String key = createKey();
        Blob ciphertext = desk.call(Encrypt.Request.of(key, Desk.secret("a secret plaintext"), CONTEXT)).ciphertextBlob();
        desk.call(Decrypt.Request.of(ciphertext, CONTEXT));

        assertThat(proxy.seen()).allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("a secret plaintext")
                .doesNotContain("purpose"));
    }

    @Test
    void theProxyIsToldWhoAsksForWhatAndThroughWhom() {
        String key = createKey();
        desk.throughFiles().call(GenerateDataKey.Request.ofLength(key, 32, CONTEXT));
        var facts = proxy.newestFacts();

        assertThat(facts.get("awsPrincipalArn").asText()).isEqualTo("arn:aws:iam::123456789012:root");
        assertThat(facts.get("kmsKeyArn").asText()).isEqualTo(Desk.arn(key));
        assertThat(facts.get("kmsOperation").asText()).isEqualTo("GenerateDataKey");
        assertThat(facts.get("kmsViaService").asText()).isEqualTo("files.us-east-1.amazonaws.com");
        assertThat(facts.get("kmsRequestId").asText())
                .isEqualTo(desk.lastEvent().requestId().orElseThrow().toString());
    }

    @Test
    void aChangedCiphertextOrContextDoesNotOpen() {
        String key = createKey();
        byte[] ciphertext = desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT))
                .ciphertextBlob()
                .toByteArray();
        for (int i = 0; i < ciphertext.length; i += 3) {
            byte[] forged = ciphertext.clone();
            forged[i] ^= 0x10;
            assertThat(catchThrowable(
                            () -> desk.call(Decrypt.Request.of(Blob.of(forged), CONTEXT))))
                    .as("byte " + i)
                    .isInstanceOf(KmsException.class);
        }
        Refused.with(Fault.KMSInvalidStateException, XksProblem.INVALID_CIPHERTEXT.sentence())
                .when(() -> desk.call(Decrypt.Request.of(Blob.of(ciphertext), Map.of())));
        byte[] last = Arrays.copyOf(ciphertext, ciphertext.length);
        last[last.length - 1] ^= 1;
        Refused.with(Fault.KMSInvalidStateException, XksProblem.INVALID_CIPHERTEXT.sentence())
                .when(() -> desk.call(Decrypt.Request.of(Blob.of(last), CONTEXT)));
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidStateException, INVALID_STATE",
        "400, InvalidKeyUsageException, INVALID_KEY_USAGE",
        "401, AuthenticationFailedException, AUTHENTICATION_FAILED",
        "403, AccessDeniedException, ACCESS_DENIED",
        "404, KeyNotFoundException, KEY_NOT_FOUND",
        "429, ThrottlingException, THROTTLING",
        "500, InternalException, INTERNAL",
        "503, DependencyTimeoutException, DEPENDENCY_TIMEOUT",
        "200, Whatever, MALFORMED",
    })
    void inUseEveryTroubleIsAnInvalidStateInTheServicesWords(int status, String error, XksProblem expected) {
        String key = createKey();
        proxy.fail(status, error);

        Refused.with(Fault.KMSInvalidStateException, expected.sentence())
                .when(() -> desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT)));
        proxy.recover();
        desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT));
    }

    @Test
    void itsKeysAreUnavailableWhileItIsDisconnected() {
        String store = connectedStore();
        String key = desk.call(keyBehind(store, "payroll")).keyMetadata().keyId();
        desk.call(new DisconnectCustomKeyStore.Request(store));

        assertThat(desk.call(DescribeKey.Request.of(key)).keyMetadata().keyState()).isEqualTo(KeyState.Unavailable);
        Refused.with(Fault.KMSInvalidStateException, Desk.arn(key) + " is unavailable.")
                .when(() -> desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT)));
        Refused.by(Fault.CustomKeyStoreInvalidStateException, () -> desk.call(keyBehind(store, "ledger")));
    }

    @Test
    void aRotatedCredentialIsGivenWhileConnected() {
        String store = connectedStore();
        String key = desk.call(keyBehind(store, "payroll")).keyMetadata().keyId();
        String fresh = "FYtE5EFA5FT0mCc3DrGUe2sti527BitkQ0Zr9MO9fvE";
        proxy.secretKey(fresh);
        Refused.with(Fault.KMSInvalidStateException, XksProblem.AUTHENTICATION_FAILED.sentence())
                .when(() -> desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT)));
        desk.call(UpdateCustomKeyStore.Request.nothing(store).withCredential(credential(fresh)));

        assertThat(describe(store).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        desk.call(Encrypt.Request.of(key, Desk.secret("text"), CONTEXT));
        Refused.by(
                Fault.XksProxyIncorrectAuthenticationCredentialException,
                () -> desk.call(UpdateCustomKeyStore.Request.nothing(store).withCredential(credential("x".repeat(43)))));
        Refused.by(
                Fault.CustomKeyStoreInvalidStateException,
                () -> desk.call(UpdateCustomKeyStore.Request.nothing(store)
                        .withUri(Optional.of("https://other.example"), Optional.empty())));
    }

    @Test
    void itGeneratesNoRandomBytes() {
        Refused.by(
                Fault.UnsupportedOperationException,
                () -> desk.call(new GenerateRandom.Request(
                        Optional.of(connectedStore()), Optional.of(16), Optional.empty())));
    }

    @Test
    void aDeletedKeyFreesItsExternalKeyWhichStays() {
        String store = connectedStore();
        String key = desk.call(keyBehind(store, "payroll")).keyMetadata().keyId();
        desk.call(ScheduleKeyDeletion.Request.of(key, 7));
        Refused.by(Fault.XksKeyAlreadyInUseException, () -> desk.call(keyBehind(store, "payroll")));
        desk.write(work -> work.remove(work.key(key).orElseThrow()));

        desk.call(keyBehind(store, "payroll"));
    }

    private String createKey() {
        return desk.call(keyBehind(connectedStore(), "payroll")).keyMetadata().keyId();
    }

    private String connectedStore() {
        String id = createStore();
        desk.call(new ConnectCustomKeyStore.Request(id));
        assertThat(describe(id).connectionState()).isEqualTo(ConnectionState.CONNECTED);
        return id;
    }

    private String createStore() {
        return desk.call(CreateCustomKeyStore.Request.behindProxy(
                        "external", TestXksProxy.ENDPOINT, TestXksProxy.PATH, credential(TestXksProxy.SECRET_KEY)))
                .customKeyStoreId()
                .orElseThrow();
    }

    private static XksProxyAuthenticationCredentialType credential(String secret) {
        return new XksProxyAuthenticationCredentialType(Desk.secret(TestXksProxy.ACCESS_KEY), Desk.secret(secret));
    }

    private CustomKeyStoresListEntry describe(String id) {
        return desk.call(DescribeCustomKeyStores.Request.one(id)).customKeyStores().getFirst();
    }

    private static CreateKey.Request keyBehind(String store, String xksKeyId) {
        return new CreateKey.Request(
                Optional.empty(), Optional.of(store), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of("EXTERNAL_KEY_STORE"), Optional.empty(), List.of(),
                Optional.of(xksKeyId));
    }
}
