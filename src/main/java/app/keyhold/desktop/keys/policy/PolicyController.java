package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyTab;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Tone;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;

/// The key policy as text. Its JSON is checked here, what it says is checked by the service when it is saved.
@SuppressWarnings("NullAway.Init")
public final class PolicyController implements KeyTab {
    private final KeyModel door;
    private final PolicyDialog dialog;
    private final Parent root;
    private Optional<PolicyModel> model = Optional.empty();
    private Optional<KeyView> key = Optional.empty();

    @FXML
    private TextArea text;

    @FXML
    private Banner fault;

    @FXML
    private Button save;

    @FXML
    private Button revert;

    public PolicyController(KeyModel door, Overlay overlay) {
        this.door = door;
        this.dialog = new PolicyDialog(overlay);
        this.root = Fxml.load(this);
    }

    @Override
    public String title() {
        return "Policy";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView shown) {
        boolean same = key.filter(before -> before.id().equals(shown.id()) && before.key().policy().equals(shown.key().policy())).isPresent();
        key = Optional.of(shown);
        text.setEditable(shown.canChange());
        if (!same) {
            edit(new PolicyModel(door, shown.id(), shown.key().policy()));
        }
    }

    private void edit(PolicyModel now) {
        model.ifPresent(before -> text.textProperty().unbindBidirectional(before.textProperty()));
        model = Optional.of(now);
        text.textProperty().bindBidirectional(now.textProperty());
        save.disableProperty().bind(now.changed().not());
        revert.disableProperty().bind(now.changed().not());
        fault.hide();
    }

    @FXML
    private void layOut() {
        model.ifPresent(editing -> {
            showFault(editing);
            editing.layOut();
        });
    }

    @FXML
    private void revert() {
        model.ifPresent(PolicyModel::revert);
        fault.hide();
    }

    @FXML
    private void save() {
        model.filter(this::showFault).ifPresent(editing -> key.ifPresent(shown -> dialog.ask(shown, editing.changes(), editing::save)));
    }

    private boolean showFault(PolicyModel editing) {
        Optional<String> why = editing.fault();
        why.ifPresentOrElse(found -> fault.show(Tone.BAD, found + " The policy in force is unchanged."), fault::hide);
        return why.isEmpty();
    }
}
