package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;

/// What a person is told in passing.
public interface Notices {
    /// A line that goes away by itself; also said in the status bar. Not for what needs an answer.
    void toast(Tone tone, String text);

    /// A failure no screen shows in its own place; stays until closed.
    void problem(Problem problem);

    default void failed(Throwable failure) {
        problem(Problem.of(failure));
    }
}
