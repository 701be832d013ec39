package app.keyhold.desktop.settings;

import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import java.util.Arrays;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What locks the vault on this machine, and whether it works here.
final class LockSignalsView extends VBox {
    private final ObservableMap<LockSignal, LockSignal.State> signals;
    /// Held here, weakly there: the signals outlive an open vault's screens.
    private final MapChangeListener<LockSignal, LockSignal.State> changed = _ -> show();

    LockSignalsView(ObservableMap<LockSignal, LockSignal.State> signals) {
        this.signals = signals;
        setId("lock-signals");
        getStyleClass().add("home-rows");
        signals.addListener(new WeakMapChangeListener<>(changed));
        show();
    }

    private void show() {
        getChildren().setAll(line("Sleep, from a jump of the clock", new StateBadge(Tone.OK, "Works everywhere")));
        Arrays.stream(LockSignal.values()).map(this::line).forEach(getChildren()::add);
        getChildren().add(Texts.wrapped(nextStep(), "caption"));
    }

    private Node line(LockSignal signal) {
        return line(
                signal.title(),
                signals.get(signal) == LockSignal.State.HEARD
                        ? new StateBadge(Tone.OK, "Heard")
                        : new StateBadge(Tone.OFF, "Not on this computer"));
    }

    private static Node line(String title, StateBadge badge) {
        var line = new HBox(8, Texts.of(title), new Spring(), badge);
        line.getStyleClass().add("home-row");
        return line;
    }

    private String nextStep() {
        if (signals.containsValue(LockSignal.State.HEARD)) {
            return "To try it, lock the screen: Keyhold asks for the passphrase afterwards.";
        }
        return signals.containsValue(LockSignal.State.DEAF)
                ? "Keyhold hears the desktop through gdbus (Debian: libglib2.0-bin), which is not here. Lock with Ctrl+L before you leave."
                : "Nothing here tells when the screen is locked. Lock with Ctrl+L before you leave.";
    }
}
