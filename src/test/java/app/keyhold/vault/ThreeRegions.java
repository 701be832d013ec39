package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.ListRegions;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.PromoteRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A vault with three Regions, each in a folder of its own. Places are absolute paths, so a folder that is to be gone is moved.
abstract class ThreeRegions {
    static final String HOME = "us-east-1";
    static final String IRELAND = "eu-west-1";
    static final String MUMBAI = "ap-south-1";
    static final String POLICY =
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "kms:*", "Resource": "*"}]}""";

    @TempDir
    Path temporary;

    VaultFixture fixture;
    Path ireland;
    Path mumbai;

    @BeforeEach
    void makeAVaultWithThreeRegions() {
        fixture = new VaultFixture(temporary);
        ireland = temporary.resolve("ireland");
        mumbai = temporary.resolve("mumbai");
        try (var vault = fixture.create()) {
            vault.client().call(adding(IRELAND, ireland));
            vault.client().call(adding(MUMBAI, mumbai));
            vault.client().call(user("eva"));
        }
    }

    /// @return where it is now
    Path hide(Path folder) throws IOException {
        return Files.move(folder, temporary.resolve("hidden " + folder.getFileName()));
    }

    /// On a computer that has seen nothing of the vault.
    Vaults elsewhere() {
        return new Vaults(fixture.clock, temporary.resolve("state elsewhere"), Attendant.NONE);
    }

    static Unlocking owner() {
        return VaultFixture.as("owner", VaultFixture.PASSPHRASE);
    }

    static PromoteRegion.Request promoting(String region) {
        return new PromoteRegion.Request(region, Optional.of(true));
    }

    static AddRegion.Request adding(String region, Path folder) {
        return new AddRegion.Request(region, folder.toString(), Optional.empty());
    }

    static CreateUser.Request user(String name) {
        return new CreateUser.Request(
                name, Optional.of(VaultFixture.secret(name + "'s own")), Optional.empty(), "ADMINISTRATOR");
    }

    static ChangePassphrase.Request newPassphrase() {
        return new ChangePassphrase.Request(
                "owner",
                VaultFixture.secret(VaultFixture.PASSPHRASE),
                Optional.empty(),
                VaultFixture.secret("a new one"),
                Optional.empty());
    }

    static ListRegions.Region region(OpenVault vault, String name) {
        return vault.client().call(new ListRegions.Request()).regions().stream()
                .filter(region -> region.region().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<String> names(OpenVault vault) {
        return vault.client().call(new ListUsers.Request()).users().stream()
                .map(ListUsers.User::userName)
                .toList();
    }

    static ThrowableAssertAlternative<KmsException> refused(
            Fault fault, ThrowingCallable call) {
        return assertThatExceptionOfType(KmsException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.fault()).isEqualTo(fault));
    }

    static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(call)
                .extracting(VaultException::kind)
                .isEqualTo(kind);
    }
}
