package app.keyhold.desktop.keys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.keys.KeysModel;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.tag.ListResourceTags;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkModelTest {
    private final List<String> said = new ArrayList<>();
    private final List<UndoStack.Change> back = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private SeededVault vault;
    private BulkModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new BulkModel(
                vault.client(),
                vault.background(),
                (what, undo, redo) -> {
                    said.add(what);
                    back.add(undo);
                },
                problems::add);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void choose(String... names) {
        KeysModel keys = new KeysModel(vault.client(), vault.background(), "bulk-test");
        keys.refresh();
        model.chosen().setAll(List.of(names).stream().map(name -> keys.row(vault.id(name)).orElseThrow()).toList());
    }

    private KeyState state(String name) {
        return vault.client().call(DescribeKey.Request.of("alias/" + name)).keyMetadata().keyState();
    }

    @Test
    void severalKeysAreDisabledAndEnabledAgain() {
        choose("payroll", "customer-pii", "legacy-archive");
        assertThat(model.fitting(new BulkAction.Disable())).hasSize(2);
        model.act(new BulkAction.Disable());
        assertThat(said).containsExactly("2 keys are disabled");
        assertThat(state("payroll")).isEqualTo(KeyState.Disabled);
        back.getFirst().make();
        assertThat(state("payroll")).isEqualTo(KeyState.Enabled);
        assertThat(state("customer-pii")).isEqualTo(KeyState.Enabled);
        assertThat(state("legacy-archive")).isEqualTo(KeyState.Disabled);
    }

    @Test
    void aTagIsSetOnAllAndTakenBack() {
        choose("payroll", "webhook-mac");
        model.act(new BulkAction.SetTag(new Tag("team", "finance")));
        assertThat(tags("payroll")).containsExactly(new Tag("team", "finance"));
        assertThat(tags("webhook-mac")).containsExactly(new Tag("team", "finance"));
        back.getFirst().make();
        assertThat(tags("payroll")).isEmpty();
    }

    private List<Tag> tags(String name) {
        return vault.client().call(new ListResourceTags.Request(vault.id(name), Optional.empty(), Optional.empty())).tags();
    }

    @Test
    void aScheduledDeletionIsTakenBackToTheStateBefore() {
        choose("payroll", "legacy-archive", "old-laptop");
        model.act(new BulkAction.ScheduleDeletion(10));
        assertThat(said).containsExactly("2 keys are deleted in 10 days unless you cancel");
        assertThat(state("payroll")).isEqualTo(KeyState.PendingDeletion);
        back.getFirst().make();
        assertThat(state("payroll")).isEqualTo(KeyState.Enabled);
        assertThat(state("legacy-archive")).isEqualTo(KeyState.Disabled);
    }

    @Test
    void aKeyThatIsRefusedStopsNoOther() {
        choose("payroll", "customer-pii");
        model.act(new BulkAction.ScheduleDeletion(10));
        back.clear();
        // The list is older than the keys by now.
        model.act(new BulkAction.Disable());
        assertThat(problems).singleElement().satisfies(problem -> assertThat(problem.what()).startsWith("Not done for payroll, customer-pii"));
        assertThat(back).isEmpty();
    }

    @Test
    void whatCanBeDoneToNoneIsNotAskedFor() {
        vault.client().call(new DisableKey.Request(vault.id("payroll")));
        choose("payroll");
        model.act(new BulkAction.Disable());
        assertThat(said).isEmpty();
        assertThat(problems).isEmpty();
    }
}
