package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.CheckPolicy;
import app.keyhold.kms.operation.screen.CheckPolicy.Flaw;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A policy while it is being written: its text, the first thing wrong with it, and putting it. What is refused stays
/// as it was written.
public final class PolicyEditorModel {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");

    /// Puts the policy; runs off the FX thread.
    @FunctionalInterface
    public interface Putting {
        void put(String name, String document);
    }

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final PolicyDraft draft;
    private final Putting putting;
    private final BiConsumer<String, String> put;
    private final StringProperty name;
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<Optional<Flaw>> flaw = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private Background.Work checking = () -> {};

    /// @param put told name and document once they are
    public PolicyEditorModel(
            Client client,
            Background background,
            String screenSession,
            PolicyDraft draft,
            Putting putting,
            BiConsumer<String, String> put) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.draft = draft;
        this.putting = putting;
        this.put = put;
        this.name = new SimpleStringProperty(draft.name().orElse(""));
        this.text = new SimpleStringProperty(draft.document());
    }

    PolicyDraft draft() {
        return draft;
    }

    /// Looks for what is wrong; an answer to an older text is dropped.
    public void check() {
        checking.cancel();
        String looked = text.get();
        checking = background.run(
                () -> client.call(new CheckPolicy.Request(screenSession, looked, draft.kind().name())).flaw(),
                flaw::set,
                _ -> flaw.set(Optional.empty()));
    }

    public boolean isReady() {
        boolean changed = draft.asksForName() || !text.get().equals(draft.document());
        return changed && !text.get().isBlank() && (!draft.asksForName() || NAME.matcher(name.get()).matches());
    }

    /// @param done runs once it is put
    public void save(Runnable done) {
        problem.set(Optional.empty());
        saving.set(true);
        String as = name.get().strip();
        String document = text.get();
        background.run(
                () -> {
                    putting.put(as, document);
                    return as;
                },
                _ -> {
                    saving.set(false);
                    put.accept(as, document);
                    done.run();
                },
                failure -> {
                    saving.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                    check();
                });
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyObjectProperty<Optional<Flaw>> flawProperty() {
        return flaw.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }
}
