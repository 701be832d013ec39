package app.keyhold.desktop.due;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.schedule.ConfirmDate;
import app.keyhold.vault.CaughtUp;
import app.keyhold.vault.Timetable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the schedule did and waits for, while the vault is open. FX thread only.
public final class DueModel {
    private final Client client;
    private final Background background;
    private final Timetable timetable;
    private final DueWords words;
    private final Runnable changed;
    private final ObservableList<DueNote> notes = FXCollections.observableArrayList();
    private final ObservableList<DueNote> shownNotes = FXCollections.unmodifiableObservableList(notes);
    private final ReadOnlyObjectWrapper<Optional<CaughtUp.Doubt>> doubt = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param changed told when keys were rotated or deleted meanwhile
    public DueModel(Client client, Background background, Timetable timetable, Formats formats, Runnable changed) {
        this.client = client;
        this.background = background;
        this.timetable = timetable;
        this.words = new DueWords(formats);
        this.changed = changed;
        take(timetable.atUnlock());
        timetable.listen(look -> background.onScreen(() -> later(look)));
    }

    private void later(CaughtUp look) {
        take(look);
        if (!look.rotated().isEmpty() || !look.deleted().isEmpty()) {
            changed.run();
        }
    }

    /// What was done stays until it is dismissed; what waits is only what waits now.
    private void take(CaughtUp look) {
        List<DueNote> now = new ArrayList<>(notes.stream().filter(note -> note.kind().lasts()).toList());
        words.of(look).stream().filter(note -> !now.contains(note)).forEach(now::add);
        notes.setAll(now);
        doubt.set(look.doubt());
    }

    public void dismiss(DueNote note) {
        notes.remove(note);
    }

    /// A person vouches for the computer's date; what waited for that is done.
    public void confirmDate() {
        problem.set(Optional.empty());
        background.run(
                () -> {
                    client.call(new ConfirmDate.Request());
                    return timetable.lookAgain();
                },
                this::later,
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    public ObservableList<DueNote> notes() {
        return shownNotes;
    }

    /// Why the date is not believed, if it is not.
    public ReadOnlyObjectProperty<Optional<CaughtUp.Doubt>> doubtProperty() {
        return doubt.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
