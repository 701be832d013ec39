package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The screen that takes files dropped anywhere on the window.
public interface DropReceiver {
    /// Looks at what is being dragged and tells what a drop would do: one offer a group, told apart by content.
    void preview(List<Path> dragged, Consumer<List<Offer>> offers);

    /// The drag left again without a drop.
    void dragLeft();

    void drop(List<Path> dropped);

    /// @param tone [Tone#INFO] where the drop is welcome, [Tone#BAD] where it is refused
    /// @param verb `Encrypt 14 files with my-files`
    /// @param detail `1.9 GB · originals stay where they are`, or the reason it is refused
    record Offer(Tone tone, String verb, String detail) {}
}
