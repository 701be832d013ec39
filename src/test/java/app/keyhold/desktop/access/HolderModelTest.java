package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.screen.CheckPolicy.Flaw;
import app.keyhold.kms.operation.screen.QueryHolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderModelTest {
    private static final String EVA = "arn:aws:iam::123456789012:user/eva";
    private static final String AUDITOR = "arn:aws:iam::123456789012:role/auditor";
    private static final String TRUST =
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"123456789012\"}, \"Action\": \"sts:AssumeRole\"}}";
    private static final String READ =
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"kms:Describe*\", \"Resource\": \"*\"}}";

    private final List<String> said = new ArrayList<>();
    private final Deque<UndoStack.Change> undos = new ArrayDeque<>();
    private SeededVault vault;
    private HolderModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        vault.user("eva");
        model = new HolderModel(
                vault.client(),
                vault.background(),
                "holder-test",
                (what, undo, redo) -> {
                    said.add(what);
                    undos.addFirst(undo);
                },
                said::add,
                () -> {});
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void whatKeyholdOffersIsGivenAndTakenAway() {
        model.open(EVA);
        var offer = holder().offered().getFirst();
        model.attach(offer);

        assertThat(holder().policies()).contains(new QueryHolder.Policy(offer.name(), offer.document(), true));
        assertThat(holder().offered()).doesNotContain(offer);

        model.detach(offer);
        assertThat(holder().offered()).contains(offer);
        assertThat(said).hasSize(2);
    }

    @Test
    void aPolicyIsWrittenUnderAName() {
        model.open(EVA);
        var editor = model.editor(new PolicyDraft("", PolicyDraft.Kind.IDENTITY, Optional.empty(), READ));
        assertThat(editor.isReady()).isFalse();
        editor.nameProperty().set("Read");
        editor.save(model::changed);

        assertThat(holder().policies()).extracting(QueryHolder.Policy::name).contains("Read");
    }

    @Test
    void aPolicyThatIsRefusedStaysAsItWasWritten() {
        model.open(EVA);
        var editor = model.editor(new PolicyDraft("", PolicyDraft.Kind.IDENTITY, Optional.of("Read"), READ));
        editor.textProperty().set("{\n  \"Statement\": 5 }");
        editor.check();
        assertThat(editor.flawProperty().get()).map(Flaw::line).contains(2);

        editor.save(() -> {
            throw new AssertionError("It was put");
        });
        assertThat(editor.problemProperty().get()).isPresent();
        assertThat(editor.textProperty().get()).contains("5");
    }

    @Test
    void aBoundaryIsSetAndRemoved() {
        model.open(EVA);
        model.boundaryEditor(new PolicyDraft("", PolicyDraft.Kind.IDENTITY, Optional.of("b"), READ)).save(model::changed);
        assertThat(holder().permissionsBoundary()).contains(READ);

        model.removeBoundary();
        assertThat(holder().permissionsBoundary()).isEmpty();
    }

    @Test
    void aRolesTrustIsEdited() {
        vault.client().call(CreateRole.Request.of("auditor", TRUST));
        model.open(AUDITOR);
        String narrower = TRUST.replace("\"123456789012\"", "\"" + EVA + "\"");
        var editor = model.trustEditor(new PolicyDraft("", PolicyDraft.Kind.TRUST, Optional.of("t"), TRUST));
        editor.textProperty().set(narrower);
        editor.save(model::changed);

        assertThat(holder().role().orElseThrow().trustPolicy()).isEqualTo(narrower);
        model.endSessions();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void whatWasDoneIsTakenBackByAskingAgain() {
        model.open(EVA);
        var offer = holder().offered().getFirst();
        model.attach(offer);
        model.detach(offer);
        var editor = model.editor(new PolicyDraft("", PolicyDraft.Kind.IDENTITY, Optional.empty(), READ));
        editor.nameProperty().set("Read");
        editor.save(model::changed);
        model.boundaryEditor(new PolicyDraft("", PolicyDraft.Kind.IDENTITY, Optional.of("b"), READ)).save(() -> {});
        model.changed();

        undos.pop().make();
        undos.pop().make();
        model.changed();
        assertThat(holder().permissionsBoundary()).isEmpty();
        assertThat(holder().policies()).extracting(QueryHolder.Policy::name).doesNotContain("Read");

        undos.pop().make();
        model.changed();
        assertThat(holder().policies()).contains(new QueryHolder.Policy(offer.name(), offer.document(), true));
    }

    @Test
    void theOwnersPoliciesStayAsTheyAre() {
        model.open("arn:aws:iam::123456789012:root");

        assertThat(model.canChange()).isFalse();
    }

    private QueryHolder.Response holder() {
        return model.holderProperty().get().orElseThrow();
    }
}
