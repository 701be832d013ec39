package app.keyhold.desktop.access;

import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.ContextEntry;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Something a request would say of itself, while it is being written: `kms:EncryptionContext:team` is `red`.
final class Fact {
    private final StringProperty name;
    private final StringProperty value = new SimpleStringProperty("");

    Fact(String name) {
        this.name = new SimpleStringProperty(name);
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty valueProperty() {
        return value;
    }

    /// Facts without a name are left out; commas stand between several values.
    static List<ContextEntry> entries(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> !fact.name.get().isBlank())
                .map(fact -> new ContextEntry(
                        fact.name.get().strip(),
                        Arrays.stream(fact.value.get().split(",", -1)).map(String::strip).toList()))
                .toList();
    }
}
