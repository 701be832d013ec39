package app.keyhold.desktop.keys.grant;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.access.Party;
import app.keyhold.desktop.keys.grant.CreateGrantModel.ContextDemand;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.key.DescribeKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateGrantModelTest {
    private SeededVault vault;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        vault.user("eva");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void offersWhatTheKeyCanDo() {
        assertThat(model("release-signing").operations())
                .contains(GrantOperation.Sign, GrantOperation.DescribeKey)
                .doesNotContain(GrantOperation.Encrypt, GrantOperation.GenerateMac);
        assertThat(model("release-signing").takesContext()).isFalse();
    }

    @Test
    void saysWhatIsMissing() {
        CreateGrantModel model = model("payroll");
        assertThat(model.problem()).contains("Choose whom it is to.");
        model.granteeProperty().set(Optional.of(party("eva")));
        assertThat(model.problem()).contains("Choose at least one operation.");
        model.choose(GrantOperation.Encrypt, true);
        assertThat(model.problem()).isEmpty();
        model.demandProperty().set(ContextDemand.SUBSET);
        assertThat(model.problem()).isPresent();
        model.contextProperty().set("team");
        assertThat(model.problem()).contains("“team” is no pair; write name=value.");
    }

    @Test
    void theGrantIsMadeAsItWasPutTogether() {
        CreateGrantModel model = model("payroll");
        model.granteeProperty().set(Optional.of(party("eva")));
        model.retiringProperty().set(Optional.of(party("owner")));
        model.choose(GrantOperation.Encrypt, true);
        model.choose(GrantOperation.Decrypt, true);
        model.choose(GrantOperation.Encrypt, false);
        model.demandProperty().set(ContextDemand.EQUALS);
        model.contextProperty().set("team=red");
        model.nameProperty().set(" nightly ");
        vault.client().call(model.request());

        var grant = vault.client().call(ListGrants.Request.of(vault.id("payroll"))).grants().getFirst();
        assertThat(grant.granteePrincipal()).contains("arn:aws:iam::123456789012:user/eva");
        assertThat(grant.retiringPrincipal()).contains("arn:aws:iam::123456789012:root");
        assertThat(grant.operations()).containsExactly(GrantOperation.Decrypt);
        assertThat(grant.constraints()).contains(GrantConstraints.contextEquals(Map.of("team", "red")));
        assertThat(grant.name()).isEqualTo("nightly");
        assertThat(GrantWords.sentence(grant))
                .isEqualTo("To eva. Decrypt. Only where the encryption context is team=red. "
                        + "May be retired by everybody whose own policies allow it");
    }

    @Test
    void aServiceNeedsAResourceAndSomebodyWhoEndsIt() {
        CreateGrantModel model = model("payroll");
        model.granteeProperty().set(Optional.of(party("ebs.amazonaws.com")));
        model.choose(GrantOperation.Decrypt, true);
        assertThat(model.problem()).isPresent();
        model.sourceArnProperty().set("arn:aws:keyhold:us-east-1:123456789012:volume/data");
        model.retiringProperty().set(Optional.of(party("eva")));
        assertThat(model.problem()).isEmpty();

        vault.client().call(model.request());
    }

    private CreateGrantModel model(String key) {
        return new CreateGrantModel(
                vault.client().call(DescribeKey.Request.of("alias/" + key)).keyMetadata());
    }

    private static Party party(String name) {
        return Party.named("123456789012", name);
    }
}
