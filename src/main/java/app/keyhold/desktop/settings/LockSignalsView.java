package app.keyhold.desktop.settings;

import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.Arrays;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What locks the vault on this machine, and whether it works here.
final class LockSignalsView extends VBox {
    private static final Words WORDS = Words.of(LockSignalsView.class);
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
        getChildren().setAll(line(WORDS.get("signals.clock"), new StateBadge(Tone.OK, WORDS.get("signals.everywhere"))));
        Arrays.stream(LockSignal.values()).map(this::line).forEach(getChildren()::add);
        getChildren().add(Texts.wrapped(nextStep(), "caption"));
    }

    private Node line(LockSignal signal) {
        return line(
                signal.title(),
                signals.get(signal) == LockSignal.State.HEARD
                        ? new StateBadge(Tone.OK, WORDS.get("signals.heard"))
                        : new StateBadge(Tone.OFF, WORDS.get("signals.notHere")));
    }

    private static Node line(String title, StateBadge badge) {
        badge.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, Texts.wrapped(title), new Spring(), badge);
        line.getStyleClass().add("home-row");
        return line;
    }

    private String nextStep() {
        if (signals.containsValue(LockSignal.State.HEARD)) {
            return WORDS.get("signals.tryIt");
        }
        return WORDS.get(signals.containsValue(LockSignal.State.DEAF) ? "signals.deaf" : "signals.silent");
    }
}
