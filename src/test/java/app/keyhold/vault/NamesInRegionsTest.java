package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A policy means the same person in every Region, also where it waits for a while.
@BesideOthers
class NamesInRegionsTest {
    private static final String IRELAND = "eu-west-1";
    private static final String EVA = "arn:aws:iam::111122223333:user/eva";
    private static final String TO_EVA = """
            {"Statement": [
             {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "kms:Decrypt", "Resource": "*"},
             {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "kms:*", "Resource": "*"}]}"""
            .formatted(EVA);

    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void makeAVaultWithTwoRegionsAndEva() throws IOException {
        fixture = new VaultFixture(temporary);
        Files.createDirectory(temporary.resolve("media"));
        fixture.create().close();
        inVault(vault -> {
            vault.client().call(new AddRegion.Request(
                    IRELAND, temporary.resolve("media").resolve(IRELAND).toString(), Optional.empty()));
            return vault.client().call(CreateUser.Request.endpointOnly("eva", "NONE"));
        });
    }

    @Test
    void whoeverIsMadeAnewInTheHomeRegionIsSomebodyElseInAllOfThem() {
        String id = inVault(vault -> vault.in(IRELAND).client()
                .call(CreateKey.Request.symmetric("").withPolicy(TO_EVA))
                .keyMetadata()
                .keyId());
        assertThat(policyInIreland(id)).isEqualTo(TO_EVA);
        makeEvaAnew();

        assertThat(policyInIreland(id)).doesNotContain(EVA).containsPattern("AIDA[A-Z2-7]{17}");
    }

    @Test
    void aReplicasPolicyMeansWhoHadTheNameWhenItWasAskedFor() throws IOException {
        Path ireland = temporary.resolve("media").resolve(IRELAND);
        Path unplugged = temporary.resolve("unplugged");
        Files.move(ireland, unplugged);
        String id = inVault(vault -> {
            String primary = vault.client()
                    .call(CreateKey.Request.symmetric("").withMultiRegion())
                    .keyMetadata()
                    .keyId();
            var answer = vault.client().call(new ReplicateKey.Request(
                    Optional.empty(), Optional.empty(), primary, Optional.of(TO_EVA), IRELAND, List.of()));
            assertThat(answer.replicaPolicy()).isEqualTo(TO_EVA);
            return primary;
        });
        makeEvaAnew();
        Files.move(unplugged, ireland);

        assertThat(policyInIreland(id)).doesNotContain(EVA).containsPattern("AIDA[A-Z2-7]{17}");
    }

    private void makeEvaAnew() {
        inVault(vault -> {
            vault.client().call(new DeleteUser.Request("eva"));
            return vault.client().call(CreateUser.Request.endpointOnly("eva", "NONE"));
        });
    }

    private String policyInIreland(String id) {
        return inVault(vault -> vault.in(IRELAND).client().call(GetKeyPolicy.Request.of(id)).policy());
    }

    /// What a session leaves for the other Region is done by its end, or by the end of the next.
    private <T> T inVault(Function<OpenVault, T> work) {
        T answer = once(work);
        once(vault -> vault);
        return answer;
    }

    private <T> T once(Function<OpenVault, T> work) {
        try (var vault = new Vaults(() -> VaultFixture.NOW, fixture.state, Attendant.NONE)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            return work.apply(vault);
        }
    }
}
