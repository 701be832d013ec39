package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.access.Party;
import app.keyhold.desktop.keys.Contexts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.operation.grant.CreateGrant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A grant on the way: to whom, for what, under which conditions.
public final class CreateGrantModel {
    private static final Words WORDS = Words.of(CreateGrantModel.class);

    /// What a grant demands of the encryption context.
    public enum ContextDemand {
        NOTHING,
        SUBSET,
        EQUALS
    }

    private final KeyMetadata key;
    private final ObjectProperty<Optional<Party>> grantee = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Party>> retiring = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<GrantOperation> chosen = FXCollections.observableArrayList();
    private final ObservableList<GrantOperation> readOnlyChosen = FXCollections.unmodifiableObservableList(chosen);
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<ContextDemand> demand = new SimpleObjectProperty<>(ContextDemand.NOTHING);
    private final StringProperty context = new SimpleStringProperty("");
    private final StringProperty sourceArn = new SimpleStringProperty("");

    public CreateGrantModel(KeyMetadata key) {
        this.key = key;
    }

    /// What a grant on this key can allow.
    public List<GrantOperation> operations() {
        return Arrays.stream(GrantOperation.values())
                .filter(operation -> operation.fits(key.keySpec(), key.keyUsage()))
                .toList();
    }

    public boolean takesContext() {
        return key.keySpec().isSymmetric();
    }

    /// A service is given a key for one of its resources, and somebody who may end that.
    public boolean isToService() {
        return grantee.get().filter(Party::isService).isPresent();
    }

    /// What is still missing or wrong, in a sentence; empty if it can be made.
    public Optional<String> problem() {
        if (grantee.get().isEmpty()) {
            return Optional.of(WORDS.get("missing.grantee"));
        }
        if (chosen.isEmpty()) {
            return Optional.of(WORDS.get("missing.operation"));
        }
        if (isToService() && (sourceArn.get().isBlank() || retiring.get().isEmpty())) {
            return Optional.of(WORDS.get("missing.service"));
        }
        if (demand.get() == ContextDemand.NOTHING) {
            return Optional.empty();
        }
        try {
            return pairs().isEmpty() ? Optional.of(WORDS.get("missing.pair")) : Optional.empty();
        } catch (IllegalArgumentException noPairs) {
            return Optional.ofNullable(noPairs.getMessage());
        }
    }

    /// Once there is no [#problem].
    public CreateGrant.Request request() {
        Party to = grantee.get().orElseThrow();
        Optional<Party> by = retiring.get();
        return new CreateGrant.Request(
                Optional.of(constraints()).filter(some -> !some.equals(GrantConstraints.NONE)),
                Optional.empty(),
                List.of(),
                Optional.of(to.arn()).filter(_ -> !to.isService()),
                Optional.of(to.arn()).filter(_ -> to.isService()),
                key.keyId(),
                Optional.of(name.get().strip()).filter(given -> !given.isEmpty()),
                chosen.stream().sorted().map(Enum::name).toList(),
                by.filter(one -> !one.isService()).map(Party::arn),
                by.filter(Party::isService).map(Party::arn));
    }

    private GrantConstraints constraints() {
        return new GrantConstraints(
                demand.get() == ContextDemand.EQUALS ? Optional.of(pairs()) : Optional.empty(),
                demand.get() == ContextDemand.SUBSET ? Optional.of(pairs()) : Optional.empty(),
                Optional.of(sourceArn.get().strip()).filter(given -> !given.isEmpty() && isToService()));
    }

    private Map<String, String> pairs() {
        return Contexts.parse(context.get());
    }

    public void choose(GrantOperation operation, boolean wanted) {
        chosen.remove(operation);
        if (wanted) {
            chosen.add(operation);
        }
    }

    public ObservableList<GrantOperation> chosen() {
        return readOnlyChosen;
    }

    public ObjectProperty<Optional<Party>> granteeProperty() {
        return grantee;
    }

    public ObjectProperty<Optional<Party>> retiringProperty() {
        return retiring;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<ContextDemand> demandProperty() {
        return demand;
    }

    public StringProperty contextProperty() {
        return context;
    }

    public StringProperty sourceArnProperty() {
        return sourceArn;
    }
}
