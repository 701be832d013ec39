package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.operation.accesskey.CreateAccessKey;
import app.keyhold.kms.operation.accesskey.ListAccessKeys;
import app.keyhold.kms.operation.accesskey.ListAccessKeys.AccessKeyMetadata;
import app.keyhold.kms.operation.accesskey.UpdateAccessKey;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.Rekey;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Access keys belong to the vault, like the users whose they are: every Region has them, a rekey takes them along.
@BesideOthers
class AccessKeysInVaultTest {
    private static final String IRELAND = "eu-west-1";

    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void makeAVaultWithTwoRegionsAndAProgram() {
        fixture = new VaultFixture(temporary);
        try (var vault = fixture.create()) {
            vault.client()
                    .call(new AddRegion.Request(
                            IRELAND, temporary.resolve("ireland").toString(), Optional.empty()));
            vault.client().call(CreateUser.Request.endpointOnly("billing", "KEY_USER"));
        }
    }

    @Test
    void everyRegionHasThemAndOnlyTheHomeChangesThem() {
        String id;
        try (var vault = fixture.unlock()) {
            id = create(vault.client());
        }
        try (var vault = fixture.unlock()) {
            Client ireland = vault.in(IRELAND).client();
            assertThat(statusIn(ireland)).isEqualTo("Active");
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> create(ireland))
                    .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.UnsupportedOperationException))
                    .withMessageContaining("home Region us-east-1");
            vault.client().call(UpdateAccessKey.Request.of("billing", id, AccessKeyStatus.Inactive));
        }
        try (var vault = fixture.unlock()) {
            assertThat(statusIn(vault.in(IRELAND).client())).isEqualTo("Inactive");
            vault.client().call(new DeleteUser.Request("billing"));
            vault.client().call(CreateUser.Request.endpointOnly("billing", "KEY_USER"));
        }
        try (var vault = fixture.unlock()) {
            assertThat(vault.in(IRELAND).client().call(ListAccessKeys.Request.of("billing")).accessKeyMetadata())
                    .isEmpty();
            requireSound(vault);
        }
    }

    @Test
    void aRekeyTakesTheirSecretsAlong() {
        String id;
        try (var vault = fixture.unlock()) {
            id = create(vault.client());
            vault.client()
                    .call(new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()))
                    .sheet()
                    .close();
        }
        try (var vault = fixture.unlock()) {
            UnlockedVault open = (UnlockedVault) vault;
            for (String region : vault.regions()) {
                try (var credential = open.credential(region, id).orElseThrow()) {
                    assertThat(credential.principal().name()).isEqualTo("billing");
                }
            }
            requireSound(vault);
            vault.lock();
            assertThat(open.credential("us-east-1", id)).isEmpty();
        }
    }

    private static String create(Client client) {
        var made = client.call(new CreateAccessKey.Request("billing")).accessKey();
        made.secretAccessKey().close();
        return made.accessKeyId();
    }

    private static String statusIn(Client client) {
        return client.call(ListAccessKeys.Request.of("billing")).accessKeyMetadata().stream()
                .map(AccessKeyMetadata::status)
                .findFirst()
                .orElseThrow();
    }

    private static void requireSound(OpenVault vault) {
        assertThat(vault.client().call(new CheckVault.Request()).findings())
                .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
    }
}
