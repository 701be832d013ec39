package app.keyhold.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.lock.LockSignal;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LockSignalsViewTest {
    private final ObservableMap<LockSignal, LockSignal.State> signals = FXCollections.observableHashMap();
    private LockSignalsView view;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        view = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new LockSignalsView(signals));
    }

    @Test
    void theClockAlwaysWorksAndTheRestOnlyWhereItIsHeard() {
        assertThat(badges()).containsExactly("Works everywhere", "Not on this computer", "Not on this computer", "Not on this computer");

        told(LockSignal.LOGIND, LockSignal.State.HEARD);

        assertThat(badges()).containsExactly("Works everywhere", "Heard", "Not on this computer", "Not on this computer");
        assertThat(nextStep()).startsWith("To try it, lock the screen");
    }

    @Test
    void aSignalThatIsLostIsNoLongerPromised() {
        told(LockSignal.GNOME, LockSignal.State.HEARD);
        told(LockSignal.GNOME, LockSignal.State.SILENT);

        assertThat(badges()).doesNotContain("Heard");
    }

    @Test
    void saysWhatIsMissing() {
        for (LockSignal signal : LockSignal.values()) {
            told(signal, LockSignal.State.DEAF);
        }
        assertThat(nextStep()).contains("gdbus");
    }

    private void told(LockSignal signal, LockSignal.State state) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> signals.put(signal, state));
    }

    private List<String> badges() {
        return view.getChildren().stream()
                .filter(Pane.class::isInstance)
                .map(line -> ((Label) ((Pane) line).getChildren().getLast()).getText())
                .toList();
    }

    private String nextStep() {
        return ((Label) view.getChildren().getLast()).getText();
    }
}
