package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.role.CreateRole;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorModelTest {
    private SeededVault vault;
    private SimulatorModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        vault.user("eva");
        model = new SimulatorModel(vault.client(), vault.background(), "simulator-test");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void offersEverybodyEveryKeyAndEveryRole() {
        vault.client().call(CreateRole.Request.of("auditor", """
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}}"""));
        model.refresh();

        assertThat(model.parties()).extracting(Party::name).containsExactly("owner", "eva", "role/auditor");
        assertThat(model.subjects()).extracting(Subject::name).contains("payroll", "role/auditor");
        assertThat(model.subjects()).last().isEqualTo(Subject.nothing());
    }

    @Test
    void saysWhyNot() {
        ask("eva", "Decrypt", "payroll");

        assertThat(answer().word()).isEqualTo("Not allowed");
        assertThat(answer().question()).isEqualTo("kms:Decrypt on payroll by eva");
        assertThat(answer().reasons()).first().isEqualTo("No identity policy of eva allows kms:Decrypt.");
    }

    @Test
    void namesTheStatementsThatDecide() {
        ask("owner", "kms:Decrypt", "payroll");

        assertThat(answer().word()).isEqualTo("Allowed");
        assertThat(answer().statements()).containsExactly("Enable IAM User Permissions, in the key policy of payroll");
    }

    @Test
    void whatPoliciesAskedForCanBeSaid() {
        vault.client().call(new PutUserPolicy.Request("""
                {"Statement": {"Sid": "Red", "Effect": "Allow", "Action": "kms:*", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:EncryptionContext:team": ["red", "blue"]}}}}""", "Team", "eva"));
        ask("eva", "kms:Decrypt", "payroll");
        assertThat(answer().word()).isEqualTo("Not allowed");
        assertThat(answer().missing()).containsExactly("kms:EncryptionContext:team");

        model.addFact(answer().missing().getFirst());
        model.addFact(answer().missing().getFirst());
        assertThat(model.facts()).hasSize(1);
        model.facts().getFirst().valueProperty().set("red");
        model.ask();

        assertThat(answer().word()).isEqualTo("Allowed");
        assertThat(answer().statements()).last().isEqualTo("Red, in eva’s policy Team");
    }

    @Test
    void anActionWithoutAKeyIsAskedOfNothing() {
        model.refresh();
        model.partyProperty().set(Optional.of(Party.named("123456789012", "eva")));
        model.actionProperty().set("kms:CreateKey");
        model.subjectProperty().set(Optional.of(Subject.nothing()));
        model.ask();

        assertThat(answer().question()).isEqualTo("kms:CreateKey by eva");
    }

    @Test
    void askedAboutEverybodyItSaysWhoCanAndWhy() {
        model.everybodyProperty().set(true);
        ask("eva", "Decrypt", "payroll");

        var answer = model.whoCanProperty().get().orElseThrow();
        assertThat(answer.allowed()).isEqualTo(1);
        assertThat(answer.verdicts()).extracting(verdict -> verdict.holder().name()).containsExactly("owner", "eva");
        assertThat(answer.verdicts().getFirst().statements()).isNotEmpty();
    }

    @Test
    void aRefusalIsShownInPlaceOfAnAnswer() {
        ask("owner", "kms:Decrypt", "payroll");
        model.partyProperty().set(Optional.of(Party.named("123456789012", "nobody")));
        model.ask();

        assertThat(model.answerProperty().get()).isEmpty();
        assertThat(model.problemProperty().get().orElseThrow().text()).startsWith("NoSuchEntityException");
    }

    @Test
    void whoeverMayNotListAnybodyTypesNames() {
        var eva = Caller.of(new Principal.User("123456789012", "eva"), new Origin("desktop", "Keyhold"));
        var narrow = new SimulatorModel(new Client(vault.client().kms(), eva), vault.background(), "simulator-test");
        narrow.refresh();

        assertThat(narrow.parties()).isEmpty();
        assertThat(narrow.subjects()).containsExactly(Subject.nothing());
        assertThat(narrow.problemProperty().get()).isEmpty();
    }

    private void ask(String who, String action, String key) {
        model.refresh();
        model.partyProperty().set(Optional.of(Party.named("123456789012", who)));
        model.actionProperty().set(action);
        model.subjectProperty().set(
                model.subjects().stream().filter(one -> one.name().equals(key)).findFirst());
        model.ask();
    }

    private Answer answer() {
        return model.answerProperty().get().orElseThrow();
    }
}
