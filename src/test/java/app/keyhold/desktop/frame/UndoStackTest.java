package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Over a real vault: what is taken back is asked of the service again.
class UndoStackTest {
    @TempDir
    Path temporary;

    private final Heard heard = new Heard();
    private SeededVault vault;
    private UndoStack undo;
    private int refreshed;

    @BeforeEach
    void open() {
        vault = new SeededVault(temporary);
        undo = new UndoStack(vault.background(), heard, () -> refreshed++);
        name("alias/wages");
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void name(String alias) {
        String id = vault.id("payroll");
        UndoStack.Change create = () -> vault.client().call(new CreateAlias.Request(alias, id));
        create.make();
        undo.did(alias + " added", () -> vault.client().call(new DeleteAlias.Request(alias)), create);
    }

    private List<String> aliases() {
        String id = vault.client().call(DescribeKey.Request.of("alias/payroll")).keyMetadata().keyId();
        return vault.client().call(new QueryKeys.Request("test")).keys().stream()
                .filter(key -> key.keyId().equals(id))
                .flatMap(key -> key.aliases().stream())
                .toList();
    }

    @Test
    void saysWhatWasDoneAndOffersTheWayBack() {
        assertThat(heard.toasts).containsExactly("alias/wages added [Undo]");

        heard.press();

        assertThat(aliases()).doesNotContain("alias/wages");
        assertThat(heard.toasts).last().isEqualTo("Taken back: alias/wages added [Redo]");
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void doesAgainWhatWasTakenBack() {
        undo.undo();
        assertThat(undo.redoableProperty().get()).contains("alias/wages added");
        undo.redo();

        assertThat(aliases()).contains("alias/wages");
        assertThat(undo.undoableProperty().get()).contains("alias/wages added");
        assertThat(undo.redoableProperty().get()).isEmpty();
    }

    @Test
    void takesTheLastChangeBackFirst() {
        name("alias/salaries");
        undo.undo();
        assertThat(aliases()).contains("alias/wages").doesNotContain("alias/salaries");
        undo.undo();
        assertThat(aliases()).doesNotContain("alias/wages", "alias/salaries");
    }

    @Test
    void aNewChangeEndsWhatCouldBeDoneAgain() {
        undo.undo();
        name("alias/salaries");
        undo.redo();

        assertThat(aliases()).contains("alias/salaries").doesNotContain("alias/wages");
        assertThat(heard.toasts).last().isEqualTo("There is nothing to redo.");
    }

    @Test
    void saysWhyAChangeCanNotBeTakenBack() {
        vault.client().call(new DeleteAlias.Request("alias/wages"));
        undo.undo();

        assertThat(heard.problems).singleElement().satisfies(problem -> assertThat(problem.text())
                .startsWith("“alias/wages added” could not be taken back. NotFoundException")
                .endsWith("Nothing was changed."));
        assertThat(undo.undoableProperty().get()).isEmpty();
        assertThat(undo.redoableProperty().get()).isEmpty();
    }

    @Test
    void theButtonMeansItsOwnChangeOnly() {
        var first = heard.action;
        undo.undo();
        first.run();

        assertThat(heard.problems).isEmpty();
        assertThat(heard.toasts).hasSize(2);
    }

    @Test
    void saysWhenThereIsNothingToTakeBack() {
        undo.undo();
        undo.undo();

        assertThat(heard.toasts).last().isEqualTo("There is nothing to undo.");
    }

    private static final class Heard implements Notices {
        final List<String> toasts = new ArrayList<>();
        final List<Problem> problems = new ArrayList<>();
        Runnable action = () -> {};

        void press() {
            action.run();
        }

        @Override
        public void toast(Tone tone, String text) {
            toasts.add(text);
        }

        @Override
        public void toast(Tone tone, String text, String verb, Runnable action) {
            toasts.add(text + " [" + verb + "]");
            this.action = action;
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem);
        }
    }
}
