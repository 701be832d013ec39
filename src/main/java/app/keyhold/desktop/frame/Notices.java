package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;

/// What a person is told in passing.
public interface Notices {
    /// A line that goes away by itself; also said in the status bar. Not for what needs an answer.
    void toast(Tone tone, String text);

    /// A line with a button for what can be done about it, until another such line comes.
    void toast(Tone tone, String text, String verb, Runnable action);

    /// A failure no screen shows in its own place; stays until closed.
    void problem(Problem problem);

    default void failed(Throwable failure) {
        problem(Problem.of(failure));
    }
}
