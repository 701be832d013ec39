package app.keyhold.desktop.unlock;

import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Tone;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Binds [UnlockView] to [UnlockModel].
public final class UnlockController {
    private final UnlockModel model;
    private final UnlockView view;
    private Optional<Path> keyFile = Optional.empty();

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
        model.infoProperty().subscribe(_ -> view.showUsers(model.users(), model.namesArePrivate()));
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
        view.chooseKeyFile.setText("Key file: " + file.getFileName());
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
        }
    }

    static void hintAtCapsLock(Banner hint) {
        if (Platform.isKeyLocked(KeyCode.CAPS).orElse(false)) {
            hint.show(Tone.WARN, "Caps Lock is on.");
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

    public Node root() {
        return view;
    }

    /// Call when the page goes away.
    public void dispose() {
        view.passphrase.wipe();
    }
}
