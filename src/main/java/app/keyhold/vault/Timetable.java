package app.keyhold.vault;

import java.util.function.Consumer;

/// The schedule of one open vault, as fronts see it.
public interface Timetable {
    /// A vault whose schedule somebody else keeps.
    Timetable NONE = new Timetable() {
        @Override
        public CaughtUp atUnlock() {
            return CaughtUp.NOTHING;
        }

        @Override
        public CaughtUp lookAgain() {
            return CaughtUp.NOTHING;
        }

        @Override
        public void listen(Consumer<CaughtUp> told) {}
    };

    /// What was done when the vault was unlocked.
    CaughtUp atUnlock();

    /// Does what is due by now. Takes as long as that takes.
    CaughtUp lookAgain();

    /// @param told of every later look, on the schedule's own thread
    void listen(Consumer<CaughtUp> told);
}
