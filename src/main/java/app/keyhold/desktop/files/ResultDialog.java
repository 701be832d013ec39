package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.files.JobView;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What failed, file by file: what happened, what is safe, what to do.
final class ResultDialog {
    /// More than anybody reads; the report has them all.
    private static final int SHOWN = 100;

    private ResultDialog() {}

    static DialogBox of(JobRow row, List<JobView> failures, Overlay overlay) {
        var list = new VBox(12);
        failures.stream().limit(SHOWN).forEach(view -> list.getChildren().add(entry(view)));
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("result-list");
        var box = new DialogBox(row.name(), scroll);
        box.cancel("Copy report", () -> CopyText.copy(report(failures))).setCancelButton(false);
        box.primary("Close", overlay::close, "accent").setCancelButton(true);
        return box;
    }

    private static VBox entry(JobView view) {
        var entry = new VBox(2, Texts.wrapped(view.name(), "strong"));
        view.failure().ifPresent(failure -> entry.getChildren()
                .addAll(
                        Texts.wrapped(failure.happened(), "bad-text"),
                        Texts.wrapped(failure.safe() + " " + failure.next(), "muted")));
        return entry;
    }

    private static String report(List<JobView> failures) {
        return failures.stream()
                .map(view -> view.name() + ": "
                        + view.failure()
                                .map(failure -> failure.kind() + " " + failure.happened() + " " + failure.safe())
                                .orElse(""))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
