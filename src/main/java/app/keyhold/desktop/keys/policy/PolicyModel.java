package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.screen.CheckPolicy;
import app.keyhold.kms.operation.screen.CheckPolicy.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Editing a key policy: one document, as text and as the statements of a form; what is wrong with it, what would change,
/// and saving it. What the service refuses stays as it was written.
public final class PolicyModel {
    private static final Words WORDS = Words.of(PolicyModel.class);

    private final KeyModel door;
    private final String screenSession;
    private final KeyView key;
    private final String saved;
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Optional<List<StatementDraft>>> statements = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Flaw>> flaw = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper lockedOut = new ReadOnlyBooleanWrapper();

    public PolicyModel(KeyModel door, String screenSession, KeyView key) {
        this.door = door;
        this.screenSession = screenSession;
        this.key = key;
        this.saved = PolicyText.laidOut(key.key().policy());
        this.text = new SimpleStringProperty(saved);
        text.subscribe(now -> statements.set(PolicyForm.read(now)));
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Empty while the text says something that the form has no field for.
    ReadOnlyObjectProperty<Optional<List<StatementDraft>>> statementsProperty() {
        return statements.getReadOnlyProperty();
    }

    void replace(int place, StatementDraft statement) {
        edit(all -> all.set(place, statement));
    }

    void remove(int place) {
        edit(all -> all.remove(place));
    }

    /// @param principal whom it is about at first
    void add(String principal) {
        edit(all -> all.add(StatementDraft.fresh(freeSid(all), principal)));
    }

    private String freeSid(List<StatementDraft> all) {
        int number = all.size() + 1;
        while (isTaken("Statement" + number, all)) { // not words
            number++;
        }
        return "Statement" + number; // not words
    }

    private static boolean isTaken(String sid, List<StatementDraft> all) {
        return all.stream().anyMatch(one -> one.sid().equals(sid));
    }

    private interface Edit {
        void on(List<StatementDraft> all);
    }

    private void edit(Edit edit) {
        statements.get().ifPresent(now -> {
            List<StatementDraft> all = new ArrayList<>(now);
            edit.on(all);
            text.set(PolicyForm.write(text.get(), all));
        });
    }

    public BooleanBinding changed() {
        return text.isNotEqualTo(saved);
    }

    public void revert() {
        text.set(saved);
        flaw.set(Optional.empty());
    }

    public void layOut() {
        text.set(PolicyText.laidOut(text.get()));
    }

    /// Looks for the first thing that is wrong; an answer to an older text is dropped.
    public void check() {
        String looked = text.get();
        door.ask(
                new CheckPolicy.Request(screenSession, looked, "KEY"),
                answer -> {
                    if (text.get().equals(looked)) {
                        flaw.set(answer.flaw());
                    }
                },
                _ -> flaw.set(Optional.empty()));
    }

    /// What [#check] found.
    public ReadOnlyObjectProperty<Optional<Flaw>> flawProperty() {
        return flaw.getReadOnlyProperty();
    }

    List<LineDiff.Line> changes() {
        return LineDiff.between(saved, text.get());
    }

    PutKeyPolicy.Request request() {
        return PutKeyPolicy.Request.of(key.id(), text.get());
    }

    /// The service checks the language, and that you don't shut yourself out.
    public void save() {
        lockedOut.set(false);
        put(request());
    }

    /// Without the check that somebody can still change the policy; nobody may be able to again.
    public void saveAnyway() {
        lockedOut.set(false);
        put(new PutKeyPolicy.Request(Optional.of(true), key.id(), text.get(), Optional.empty()));
    }

    private void put(PutKeyPolicy.Request request) {
        PutKeyPolicy.Request back = PutKeyPolicy.Request.of(key.id(), key.key().policy());
        door.ask(
                request,
                _ -> door.did(WORDS.get("policy.saved", key.name()), List.of(back), List.of(request)),
                why -> {
                    boolean shutOut = why instanceof KmsException refusal && refusal.serviceMessage().equals(Optional.of(Access.LOCKED_OUT));
                    lockedOut.set(shutOut);
                    if (!shutOut) {
                        door.refused(why);
                        check();
                    }
                });
    }

    /// True once the service has refused to save because the caller could not change the policy again.
    public ReadOnlyBooleanProperty lockedOutProperty() {
        return lockedOut.getReadOnlyProperty();
    }

    public KeyView key() {
        return key;
    }
}
