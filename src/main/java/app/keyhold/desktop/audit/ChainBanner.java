package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says what is wrong with the chain and what to do now; stays as long as it is wrong.
final class ChainBanner extends HBox {
    private static final Words WORDS = Words.of(ChainBanner.class);

    private final Runnable exportEvidence;
    private final Runnable compareWithCheckpoint;
    private final Runnable compareWithBackup;

    ChainBanner(Runnable exportEvidence, Runnable compareWithCheckpoint, Runnable compareWithBackup) {
        this.exportEvidence = exportEvidence;
        this.compareWithCheckpoint = compareWithCheckpoint;
        this.compareWithBackup = compareWithBackup;
        getStyleClass().addAll("banner", "bad", "chain-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Stays up while the chain is walked again, and goes only when it was found whole.
    void show(ChainReport report) {
        if (report instanceof ChainReport.Verifying) {
            return;
        }
        setVisible(report.isBad());
        if (report.isBad()) {
            var actions = new FlowPane(
                    8,
                    8,
                    button("chain.exportEvidence", exportEvidence),
                    button("chain.compare", compareWithCheckpoint),
                    button("chain.compareBackup", compareWithBackup));
            var text = new VBox(6, Texts.of(WORDS.get("chain.bad", report.title()), "strong", "wrapped"), Texts.wrapped(report.meaning()), actions);
            HBox.setHgrow(text, Priority.ALWAYS);
            getChildren().setAll(Icons.of(Feather.ALERT_TRIANGLE, "bad"), text);
            setAccessibleText(WORDS.get("chain.badSpoken", report.title(), report.meaning()));
        }
    }

    private static Button button(String verb, Runnable action) {
        var button = new Button(WORDS.get(verb));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
