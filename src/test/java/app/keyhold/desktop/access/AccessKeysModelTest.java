package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.operation.screen.QueryAccessKeys.Entry;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessKeysModelTest {
    private static final String BILLING = "arn:aws:iam::123456789012:user/billing";

    @TempDir
    static Path folder;

    private static SeededVault vault;

    private final List<String> said = new ArrayList<>();
    private final Deque<UndoStack.Change> undos = new ArrayDeque<>();
    private final List<NewAccessKeyModel> made = new ArrayList<>();
    private AccessKeysModel model;

    @BeforeAll
    static void openVault() {
        vault = new SeededVault(folder);
    }

    @AfterAll
    static void closeVault() {
        vault.close();
    }

    @BeforeEach
    void makeAProgram() {
        vault.client().call(CreateUser.Request.endpointOnly("billing", "KEY_USER"));
        model = new AccessKeysModel(
                vault.client(),
                vault.background(),
                "access-keys-test",
                (what, undo, redo) -> {
                    said.add(what);
                    undos.addFirst(undo);
                },
                said::add);
        model.open(BILLING);
    }

    @AfterEach
    void deleteTheProgram() {
        made.forEach(NewAccessKeyModel::close);
        vault.client().call(new DeleteUser.Request("billing"));
    }

    @Test
    void aSecretIsShownOnceAndTwoIsTheMost() {
        NewAccessKeyModel first = create();
        assertThat(first.id()).startsWith("AKIA");
        assertThat(first.secret()).hasSize(40);
        assertThat(first.user()).isEqualTo("billing");
        assertThat(keys()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo(first.id());
            assertThat(key.active()).isTrue();
            assertThat(key.created()).isEqualTo(SeededVault.NOW);
            assertThat(key.lastUsed()).isEmpty();
        });
        first.close();
        assertThat(first.secret()).isEmpty();

        create();
        assertThat(model.shownProperty().get().isFull()).isTrue();
        assertThat(model.shownProperty().get().canCreate()).isFalse();
    }

    @Test
    void stoppingOneIsTakenBackByAskingAgain() {
        create();
        model.setActive(keys().getFirst(), false);
        assertThat(keys().getFirst().active()).isFalse();

        undos.pop().make();
        model.open(BILLING);
        assertThat(keys().getFirst().active()).isTrue();
    }

    @Test
    void aDeletedOneIsGone() {
        create();
        Entry key = keys().getFirst();
        model.delete(key);

        assertThat(keys()).isEmpty();
        assertThat(said).containsExactly(key.id() + " is gone for good");
        model.delete(key);
        assertThat(model.problemProperty().get()).map(Problem::what).hasValueSatisfying(
                what -> assertThat(what).contains("NoSuchEntityException"));
    }

    @Test
    void theOwnerAndRolesHaveNone() {
        model.open("arn:aws:iam::123456789012:root");
        assertThat(model.shownProperty().get().isOwner()).isTrue();
        assertThat(model.shownProperty().get().canCreate()).isFalse();

        model.open("arn:aws:iam::123456789012:role/auditor");
        assertThat(model.shownProperty().get()).isEqualTo(AccessKeysModel.Shown.NOBODY);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void itIsSavedAsAwsToolsReadItForItsOwnerAlone() throws IOException {
        NewAccessKeyModel key = create();
        Path file = folder.resolve(key.suggestedFile());
        key.save(file);

        assertThat(key.savedProperty().get()).contains(file);
        assertThat(key.keptProperty().get()).isTrue();
        assertThat(file)
                .hasContent("[billing]\naws_access_key_id = " + key.id() + "\naws_secret_access_key = " + key.secret() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void whatHoldsOtherCredentialsStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("credentials"), "[work]\n");
        NewAccessKeyModel key = create();
        key.save(file);

        assertThat(key.problemProperty().get()).map(Problem::next).contains("Choose another name.");
        assertThat(key.keptProperty().get()).isFalse();
        assertThat(file).hasContent("[work]\n");
    }

    private NewAccessKeyModel create() {
        Optional<NewAccessKeyModel> before = made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
        model.create(made::add);
        assertThat(Optional.of(made.getLast())).isNotEqualTo(before);
        return made.getLast();
    }

    private List<Entry> keys() {
        return model.shownProperty().get().keys();
    }
}
