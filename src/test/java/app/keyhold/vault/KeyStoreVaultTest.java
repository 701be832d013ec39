package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.token.MemoryTokens;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.keystore.AddToken;
import app.keyhold.kms.operation.keystore.ConnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.CreateCustomKeyStore;
import app.keyhold.kms.operation.keystore.DisconnectCustomKeyStore;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.Rekey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A custom key store across locks, and across a new root key.
@BesideOthers
class KeyStoreVaultTest {
    private static final String CLUSTER = "cluster-abcdefghijk";

    private final MemoryTokens tokens = new MemoryTokens();

    @TempDir
    private Path temporary;

    private VaultFixture fixture;
    private Blob ciphertext = Blob.of(new byte[0]);
    private String store = "";
    private String key = "";

    @BeforeEach
    void makeAVaultWithAKeyInAToken() {
        fixture = new VaultFixture(temporary);
        try (var vault = vaults().create(fixture.wanted())) {
            var client = vault.client();
            client.call(new AddToken.Request(
                    CLUSTER, MemoryTokens.LIBRARY.file().toString(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty()));
            store = client.call(CreateCustomKeyStore.Request.onToken("desk", CLUSTER, VaultFixture.secret(MemoryTokens.PIN)))
                    .customKeyStoreId()
                    .orElseThrow();
            client.call(new ConnectCustomKeyStore.Request(store));
            key = client.call(new CreateKey.Request(
                            Optional.empty(), Optional.of(store), Optional.empty(), Optional.empty(), Optional.empty(),
                            Optional.empty(), Optional.empty(), Optional.of("AWS_CLOUDHSM"), Optional.empty(), List.of(),
                            Optional.empty()))
                    .keyMetadata()
                    .keyId();
            ciphertext = client.call(Encrypt.Request.of(key, VaultFixture.secret("plain"), Map.of())).ciphertextBlob();
        }
    }

    @Test
    void lockingLogsOutAndTheFirstUseLogsInAgain() {
        assertThat(tokens.loggedIn()).isZero();
        try (var vault = unlock()) {
            assertThat(tokens.loggedIn()).isZero();
            assertThat(decrypted(vault)).isEqualTo("plain");
            assertThat(tokens.loggedIn()).isEqualTo(1);
        }
        assertThat(tokens.loggedIn()).isZero();
    }

    @Test
    void thePinGoesAlongToANewRootKey() {
        try (var vault = unlock()) {
            vault.client()
                    .call(new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()))
                    .sheet()
                    .close();
        }
        try (var vault = unlock()) {
            assertThat(decrypted(vault)).isEqualTo("plain");
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
        }
    }

    @Test
    void aScreenShowsWhatIsUnavailable() {
        try (var vault = unlock()) {
            vault.client().call(new DisconnectCustomKeyStore.Request(store));

            assertThat(vault.client().call(new QueryKeys.Request("screen")).keys())
                    .filteredOn(row -> row.keyId().equals(key))
                    .extracting(QueryKeys.KeyRow::state)
                    .containsExactly(KeyState.Unavailable);
        }
    }

    private String decrypted(OpenVault vault) {
        return VaultFixture.text(
                vault.client().call(Decrypt.Request.of(ciphertext, Map.of())).plaintext());
    }

    private OpenVault unlock() {
        return vaults().unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE));
    }

    private Vaults vaults() {
        return new Vaults(
                fixture.clock,
                fixture.state,
                Attendant.NONE,
                new KeyStoreBackends(tokens, KeyStoreBackends.NONE.proxies()));
    }
}
