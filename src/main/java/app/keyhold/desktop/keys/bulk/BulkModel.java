package app.keyhold.desktop.keys.bulk;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.keys.KeyModel.Undoing;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The keys that are chosen together, and doing one thing to each of them. One that is refused stops no other.
public final class BulkModel {
    private static final Words WORDS = Words.of(BulkModel.class);
    private static final int MOST_NAMED = 3;

    private final Client client;
    private final Background background;
    private final Undoing undoing;
    private final Consumer<Problem> refused;
    private final ObservableList<KeyRow> chosen = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param undoing told what was done and how to take it back
    /// @param refused told of the keys it could not be done to
    public BulkModel(Client client, Background background, Undoing undoing, Consumer<Problem> refused) {
        this.client = client;
        this.background = background;
        this.undoing = undoing;
        this.refused = refused;
    }

    public ObservableList<KeyRow> chosen() {
        return chosen;
    }

    /// Those of the chosen keys that it can be done to.
    public List<KeyRow> fitting(BulkAction action) {
        return chosen.stream().filter(action::fits).toList();
    }

    private record Refusal(KeyRow key, String why) {}

    private record Outcome(List<KeyRow> done, List<Refusal> refusals) {}

    /// Asks for the operation once a key that it fits.
    public void act(BulkAction action) {
        List<KeyRow> keys = fitting(action);
        if (keys.isEmpty() || busy.get()) {
            return;
        }
        busy.set(true);
        background.run(() -> each(keys, action), outcome -> tell(action, outcome), failure -> {
            busy.set(false);
            refused.accept(Problem.of(failure));
        });
    }

    private Outcome each(List<KeyRow> keys, BulkAction action) {
        List<KeyRow> done = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (KeyRow key : keys) {
            try {
                client.call(action.request(key));
                done.add(key);
            } catch (KmsException why) {
                refusals.add(new Refusal(key, Problem.of(why).what()));
            }
        }
        return new Outcome(done, refusals);
    }

    private void tell(BulkAction action, Outcome outcome) {
        busy.set(false);
        if (!outcome.done().isEmpty()) {
            List<KmsRequest<?>> back = outcome.done().stream().flatMap(key -> action.back(key).stream()).<KmsRequest<?>>map(one -> one).toList();
            List<KmsRequest<?>> again = outcome.done().stream().<KmsRequest<?>>map(action::request).toList();
            undoing.did(said(action, outcome.done().size()), () -> back.forEach(client::call), () -> again.forEach(client::call));
        }
        problem(outcome.refusals()).ifPresent(refused);
    }

    private static String said(BulkAction action, int count) {
        return switch (action) {
            case BulkAction.Enable() -> WORDS.get("bulk.enabled", count);
            case BulkAction.Disable() -> WORDS.get("bulk.disabled", count);
            case BulkAction.SetTag(var tag) -> WORDS.get("bulk.tagged", count, tag.tagKey());
            case BulkAction.ScheduleDeletion(int days) -> WORDS.get("bulk.scheduled", count, days);
        };
    }

    private static Optional<Problem> problem(List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = refusals.stream().limit(MOST_NAMED).map(one -> name(one.key())).toList();
        String names = String.join(", ", named);
        return Optional.of(new Problem(
                refusals.size() > MOST_NAMED
                        ? WORDS.get("bulk.refusedMany", names, refusals.size() - MOST_NAMED, refusals.getFirst().why())
                        : WORDS.get("bulk.refused", names, refusals.getFirst().why()),
                WORDS.get("bulk.othersDone")));
    }

    static String name(KeyRow key) {
        return KeyWords.name(key.aliases(), key.keyId());
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
