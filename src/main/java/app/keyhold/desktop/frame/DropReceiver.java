package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The screen that takes files dropped anywhere on the window.
public interface DropReceiver {
    /// Looks at what is being dragged and tells what a drop could do: up to three offers.
    void preview(List<Path> dragged, Consumer<List<Offer>> offers);

    /// The drag left again without a drop.
    void dragLeft();

    /// Takes all of them, each by its content.
    void drop(List<Path> dropped);

    /// Takes those not encrypted yet, to be encrypted with this key.
    void encrypt(List<Path> dropped, String keyId);

    /// Puts encrypted files onto the newest material of their keys.
    void reencrypt(List<Path> files);

    /// @param tone [Tone#INFO] where the drop is welcome, [Tone#BAD] where it is refused
    /// @param verb `Encrypt 14 files with my-files`
    /// @param detail `1.9 GB · originals stay where they are`, or the reason it is refused
    /// @param take does it; where it is refused, says why again
    record Offer(Tone tone, String verb, String detail, Consumer<List<Path>> take) {
        public boolean isWelcome() {
            return tone != Tone.BAD;
        }
    }
}
