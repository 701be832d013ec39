package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Editing a key policy: the text, whether it differs, what would change.
public final class PolicyModel {
    private final KeyModel door;
    private final String keyId;
    private final String saved;
    private final StringProperty text;

    public PolicyModel(KeyModel door, String keyId, String policy) {
        this.door = door;
        this.keyId = keyId;
        this.saved = PolicyText.laidOut(policy);
        this.text = new SimpleStringProperty(saved);
    }

    public StringProperty textProperty() {
        return text;
    }

    public BooleanBinding changed() {
        return text.isNotEqualTo(saved);
    }

    public void revert() {
        text.set(saved);
    }

    public void layOut() {
        text.set(PolicyText.laidOut(text.get()));
    }

    /// Why it can't even be sent.
    public Optional<String> fault() {
        return PolicyText.fault(text.get());
    }

    List<LineDiff.Line> changes() {
        return LineDiff.between(saved, text.get());
    }

    /// The service checks the rest: the language, and that you don't shut yourself out.
    public void save() {
        door.act(PutKeyPolicy.Request.of(keyId, text.get()), "Policy saved");
    }
}
