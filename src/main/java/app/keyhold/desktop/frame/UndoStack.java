package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was changed in the open vault and can be changed back. Nothing is restored from memory: taking something back and
/// doing it again are operations of their own, asked for through the client, authorized and audited like any other.
///
/// FX thread only.
public final class UndoStack {
    private static final Words WORDS = Words.of(UndoStack.class);
    private static final int LIMIT = 100;

    /// Asks for one operation, off the FX thread; what it throws is shown.
    @FunctionalInterface
    public interface Change {
        void make();
    }

    private record Step(String what, Change undo, Change redo) {}

    private final Background background;
    private final Notices notices;
    private final Runnable changed;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<String>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean working;

    /// @param changed reads anew what the screen in view shows
    public UndoStack(Background background, Notices notices, Runnable changed) {
        this.background = background;
        this.notices = notices;
        this.changed = changed;
    }

    /// Call once the change is made. Says so, with a way back.
    ///
    /// @param what what was done, as a person says it: `alias/payroll removed`
    /// @param undo takes it back
    /// @param redo does it again after it was taken back
    public void did(String what, Change undo, Change redo) {
        var step = new Step(what, undo, redo);
        undone.clear();
        push(step);
        offerUndo(what, step);
    }

    private void push(Step step) {
        done.push(step);
        if (done.size() > LIMIT) {
            done.removeLast();
        }
        tell();
    }

    /// Takes the last change back. A change that can't be taken back any more is told with its reason and left as it is.
    public void undo() {
        if (done.isEmpty()) {
            notices.toast(Tone.INFO, WORDS.get("undo.nothing"));
        } else {
            undo(done.peek());
        }
    }

    private void undo(Step step) {
        if (working || !done.remove(step)) {
            return;
        }
        work(step.undo(), _ -> {
            undone.push(step);
            notices.toast(Tone.INFO, WORDS.get("undo.undone", step.what()), WORDS.get("undo.redo"), () -> redo(step));
        }, WORDS.get("undo.failed", step.what()));
    }

    /// Does again what was taken back last.
    public void redo() {
        if (undone.isEmpty()) {
            notices.toast(Tone.INFO, WORDS.get("undo.nothingAgain"));
        } else {
            redo(undone.peek());
        }
    }

    private void redo(Step step) {
        if (working || !undone.remove(step)) {
            return;
        }
        work(step.redo(), _ -> {
            done.push(step);
            offerUndo(WORDS.get("undo.redone", step.what()), step);
        }, WORDS.get("undo.redoFailed", step.what()));
    }

    /// The toast's button means this change, whatever was done since.
    private void offerUndo(String text, Step step) {
        notices.toast(Tone.OK, text, WORDS.get("undo.undo"), () -> undo(step));
    }

    private void work(Change change, Consumer<Change> made, String failed) {
        working = true;
        tell();
        background.run(
                () -> {
                    change.make();
                    return change;
                },
                result -> {
                    working = false;
                    made.accept(result);
                    tell();
                    changed.run();
                },
                failure -> {
                    working = false;
                    tell();
                    var problem = Problem.of(failure);
                    notices.problem(new Problem(failed + " " + problem.what(), problem.next()));
                    changed.run();
                });
    }

    private void tell() {
        undoable.set(working ? Optional.empty() : Optional.ofNullable(done.peek()).map(Step::what));
        redoable.set(working ? Optional.empty() : Optional.ofNullable(undone.peek()).map(Step::what));
    }

    /// What [#undo] would take back.
    public ReadOnlyObjectProperty<Optional<String>> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// What [#redo] would do again.
    public ReadOnlyObjectProperty<Optional<String>> redoableProperty() {
        return redoable.getReadOnlyProperty();
    }
}
