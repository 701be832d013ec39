package app.keyhold.desktop.keys.names;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.kms.key.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesModelTest {
    private final List<UndoStack.Change> back = new ArrayList<>();
    private final List<UndoStack.Change> again = new ArrayList<>();
    private SeededVault vault;
    private KeyModel door;
    private NamesModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        door = new KeyModel(vault.client(), vault.background(), "names-test", said -> {}, (what, undo, redo) -> {
            back.add(undo);
            again.add(redo);
        });
        door.open(Optional.of(vault.id("payroll")));
        model = new NamesModel(door, "alias/webhook-mac"::equals);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private KeyView key() {
        door.refresh();
        assertThat(door.problemProperty().get()).isEmpty();
        return new KeyView(door.keyProperty().get().orElseThrow(), vault.moments());
    }

    @Test
    void anAliasThatWasAddedIsTakenBackAndAddedAgain() {
        model.addAlias(key(), "salaries");
        assertThat(key().key().aliases()).containsExactly("alias/payroll", "alias/salaries");
        back.getFirst().make();
        assertThat(key().key().aliases()).containsExactly("alias/payroll");
        again.getFirst().make();
        assertThat(key().key().aliases()).contains("alias/salaries");
    }

    @Test
    void aRemovedAliasComesBack() {
        model.removeAlias(key(), "alias/payroll");
        assertThat(key().key().aliases()).isEmpty();
        back.getFirst().make();
        assertThat(key().key().aliases()).containsExactly("alias/payroll");
    }

    @Test
    void aRenamedAliasGetsItsOldNameBack() {
        model.rename(key(), "alias/payroll", "wages");
        assertThat(key().key().aliases()).containsExactly("alias/wages");
        back.getFirst().make();
        assertThat(key().key().aliases()).containsExactly("alias/payroll");
    }

    @Test
    void aTagGetsItsOldValueBack() {
        model.setTag(key(), new Tag("team", "finance"));
        model.setTag(key(), new Tag("team", "people"));
        assertThat(key().key().tags()).containsExactly(new Tag("team", "people"));
        back.get(1).make();
        assertThat(key().key().tags()).containsExactly(new Tag("team", "finance"));
        back.get(0).make();
        assertThat(key().key().tags()).isEmpty();
    }

    @Test
    void aTagThatIsSetToWhatItIsAsksForNothing() {
        model.setTag(key(), new Tag("team", "finance"));
        model.setTag(key(), new Tag("team", "finance"));
        assertThat(back).hasSize(1);
    }

    @Test
    void aRemovedTagComesBackWithItsValue() {
        model.setTag(key(), new Tag("team", "finance"));
        model.removeTag(key(), new Tag("team", "finance"));
        assertThat(key().key().tags()).isEmpty();
        back.get(1).make();
        assertThat(key().key().tags()).containsExactly(new Tag("team", "finance"));
    }

    @Test
    void theDescriptionIsTakenBack() {
        model.describe(key(), "Wages");
        assertThat(key().metadata().description()).isEqualTo("Wages");
        back.getFirst().make();
        assertThat(key().metadata().description()).isEqualTo("Salary runs and payslips");
    }

    @Test
    void aTakenOrMalformedNameIsSaidWhileTyping() {
        assertThat(model.aliasProblem("webhook-mac")).contains("Another key has this name.");
        assertThat(model.aliasProblem("a b")).contains("Letters, digits, / _ and - only.");
        assertThat(model.aliasProblem("fine")).isEmpty();
    }
}
