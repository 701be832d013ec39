package app.keyhold.desktop.unlock;

import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.InView;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Binds [UnlockView] to [UnlockModel].
public final class UnlockController {
    private static final Words WORDS = Words.of(UnlockController.class);

    private final UnlockModel model;
    private final UnlockView view;
    private Optional<Path> keyFile = Optional.empty();
    private Optional<String> onlyUser = Optional.empty();

    /// @param ways where a person can go from here
    public UnlockController(UnlockModel model, UnlockWays ways) {
        this.model = model;
        this.view = new UnlockView(Frame.vaultName(model.folder()), model.folder(), ways);
        view.unlock.setOnAction(_ -> unlock(false));
        view.insist.setOnAction(_ -> unlock(true));
        view.cancel.setOnAction(_ -> {
            model.cancel();
            view.passphrase.requestFocus();
        });
        view.chooseKeyFile.setOnAction(_ -> ways.chooseKeyFile().ifPresent(this::use));
        bind();
        model.look();
    }

    private void bind() {
        var busy = model.busyProperty();
        view.unlock.visibleProperty().bind(busy.not());
        view.unlock.managedProperty().bind(busy.not());
        view.working.visibleProperty().bind(busy);
        view.working.managedProperty().bind(busy);
        view.passphrase.disableProperty().bind(busy);
        view.unlock.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> view.passphrase.secretLength() == 0, view.passphrase.textProperty()));
        model.failureProperty().subscribe(failure -> show(failure));
        model.infoProperty().subscribe(_ -> view.showUsers(
                onlyUser.map(List::of).orElseGet(model::users), onlyUser.isEmpty() && model.namesArePrivate()));
        view.passphrase.addEventFilter(KeyEvent.KEY_RELEASED, _ -> hintAtCapsLock(view.hint));
        // Twice later: a scene whose focused page went away looks for a focus of its own first.
        view.passphrase.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(() -> Platform.runLater(view.passphrase::requestFocus));
            }
        });
    }

    private void use(Path file) {
        keyFile = Optional.of(file);
        view.chooseKeyFile.setText(WORDS.get("keyFileChosen", file.getFileName()));
    }

    private void unlock(boolean insist) {
        if (view.passphrase.secretLength() > 0 && !model.busyProperty().get()) {
            model.unlock(view.user(), view.passphrase.secret(), keyFile, insist);
        }
    }

    /// The text stays, chosen, so that the next key press replaces it and a slip can be mended.
    private void show(Optional<UnlockModel.Failure> failure) {
        failure.ifPresentOrElse(found -> view.error.show(found.problem()), view.error::hide);
        view.insist.setVisible(failure.filter(UnlockModel.Failure::canInsist).isPresent());
        view.insist.setManaged(view.insist.isVisible());
        if (failure.isPresent()) {
            view.passphrase.requestFocus();
            view.passphrase.selectAll();
            InView.bringNew(view.error);
        }
    }

    static void hintAtCapsLock(Banner hint) {
        if (Platform.isKeyLocked(KeyCode.CAPS).orElse(false)) {
            hint.show(Tone.WARN, WORDS.get("capsLock"));
        } else {
            hint.hide();
        }
    }

    /// Says above the field why the vault is locked or what waits for it.
    public void note(Tone tone, String text) {
        view.note.show(tone, text);
    }

    /// Files still at work under the lock, or anything else that belongs below the card.
    public void attach(Node below) {
        view.below.getChildren().add(below);
    }

    public SecretField passphraseField() {
        return view.passphrase;
    }

    /// For a vault that is open behind this page: one person can go back to it, and nobody anywhere else from here.
    public void onlyFor(String user) {
        view.standAlone();
        onlyUser = Optional.of(user);
        view.showUsers(List.of(user), false);
    }

    /// The computer is locked meanwhile: what is being derived is not waited for, what was typed is gone.
    ///
    /// @param why said if an unlock was under way
    public void interrupt(String why) {
        if (model.busyProperty().get()) {
            note(Tone.INFO, why);
        }
        dispose();
    }

    public Node root() {
        return view;
    }

    /// Call when the page goes away.
    public void dispose() {
        model.cancel();
        view.passphrase.wipe();
    }
}
