package app.keyhold.desktop.keys.policy;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyModelTest {
    private final List<UndoStack.Change> back = new ArrayList<>();
    private SeededVault vault;
    private KeyModel door;
    private PolicyModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        vault.user("eva");
        door = new KeyModel(vault.client(), vault.background(), "policy-test", said -> {}, (what, undo, redo) -> back.add(undo));
        door.open(Optional.of(vault.id("payroll")));
        model = new PolicyModel(door, "policy-test", new KeyView(door.keyProperty().get().orElseThrow(), vault.moments()));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private String inForce() {
        return vault.client().call(GetKeyPolicy.Request.of(vault.id("payroll"))).policy();
    }

    private StatementDraft first() {
        return model.statementsProperty().get().orElseThrow().getFirst();
    }

    @Test
    void startsUnchanged() {
        assertThat(model.changed().get()).isFalse();
    }

    @Test
    void pointsAtTheLineThatIsNoJson() {
        model.textProperty().set("{\n  \"Version\" \"2012-10-17\"\n}");
        model.check();
        assertThat(model.flawProperty().get().orElseThrow().line()).isEqualTo(2);
        assertThat(model.statementsProperty().get()).isEmpty();
    }

    @Test
    void pointsAtWhatIsNoPolicy() {
        model.textProperty().set(model.textProperty().get().replace("\"Allow\"", "\"Perhaps\""));
        model.check();
        assertThat(model.flawProperty().get().orElseThrow().what()).isEqualTo("Effect must be Allow or Deny.");
    }

    @Test
    void showsOnlyTheLineThatChanged() {
        model.textProperty().set(model.textProperty().get().replace("kms:*", "kms:Describe*"));
        assertThat(model.changes().stream().filter(line -> line.kind() == LineDiff.Kind.ADDED))
                .singleElement()
                .satisfies(line -> assertThat(line.text()).contains("kms:Describe*"));
    }

    @Test
    void theFormWritesTheText() {
        model.replace(0, first().withSid("Everybody"));
        assertThat(model.textProperty().get()).contains("\"Sid\": \"Everybody\"");
        assertThat(model.changed().get()).isTrue();
    }

    @Test
    void theTextFillsTheForm() {
        model.textProperty().set(model.textProperty().get().replace("kms:*", "kms:Describe*"));
        assertThat(first().actions().values()).containsExactly("kms:Describe*");
    }

    @Test
    void aStatementMadeInTheFormIsInForceOnceSaved() {
        model.add("arn:aws:iam::123456789012:user/eva");
        model.check();
        assertThat(model.flawProperty().get()).isEmpty();
        model.save();
        assertThat(door.problemProperty().get()).isEmpty();
        assertThat(inForce()).contains("user/eva").contains("kms:DescribeKey");
    }

    @Test
    void aSavedPolicyIsTakenBack() {
        String before = inForce();
        model.add("arn:aws:iam::123456789012:user/eva");
        model.save();
        back.getFirst().make();
        assertThat(PolicyText.laidOut(inForce())).isEqualTo(PolicyText.laidOut(before));
    }

    @Test
    void whatTheServiceRefusesChangesNothing() {
        String before = inForce();
        model.textProperty().set("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
        model.save();
        assertThat(door.problemProperty().get()).isPresent();
        assertThat(inForce()).isEqualTo(before);
        assertThat(back).isEmpty();
    }

    @Test
    void lockingOneselfOutIsAskedAbout() {
        String before = inForce();
        model.replace(0, first().withPrincipals(Terms.of("arn:aws:iam::123456789012:user/eva")));
        model.save();
        assertThat(model.lockedOutProperty().get()).isTrue();
        assertThat(door.problemProperty().get()).isEmpty();
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void itIsDoneAllTheSameWhereThatIsConfirmed() {
        model.replace(0, first().withPrincipals(Terms.of("arn:aws:iam::123456789012:user/eva")));
        model.save();
        model.saveAnyway();
        assertThat(model.lockedOutProperty().get()).isFalse();
        door.refresh();
        assertThat(back).hasSize(1);
    }

    @Test
    void everyActionToChooseIsOne() {
        PolicyCatalogue.ACTIONS.stream().filter(action -> !action.contains("*") && !action.startsWith("kms:ReEncrypt")).forEach(action ->
                assertThat(vault.client().requestType(action.substring("kms:".length())).isPresent() || action.equals("kms:SynchronizeMultiRegionKey"))
                        .as(action)
                        .isTrue());
    }

    @Test
    void everyOperatorAndConditionKeyToChooseIsTaken() {
        for (String key : PolicyCatalogue.CONDITION_KEYS) {
            String entry = key.endsWith(":") || key.endsWith("/") ? key + "x" : key;
            model.replace(0, first().withConditions(List.of(new ConditionDraft("Null", entry, "true"))));
            model.check();
            assertThat(model.flawProperty().get()).as(key).isEmpty();
        }
        for (String operator : PolicyCatalogue.OPERATORS) {
            String value = operator.startsWith("Numeric") || operator.startsWith("Date") ? "7"
                    : operator.contains("Ip") ? "127.0.0.1"
                    : operator.startsWith("Arn") ? "arn:aws:iam::123456789012:user/eva"
                    : operator.startsWith("Binary") ? "AA==" : "true";
            String key = operator.startsWith("For") ? "aws:TagKeys" : "aws:PrincipalArn";
            model.replace(0, first().withConditions(List.of(new ConditionDraft(operator, key, value))));
            model.check();
            assertThat(model.flawProperty().get()).as(operator).isEmpty();
        }
    }
}
