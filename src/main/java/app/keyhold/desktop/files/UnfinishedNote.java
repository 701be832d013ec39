package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Unfinished;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says what a crash interrupted, and offers the two ways from there.
final class UnfinishedNote extends HBox {
    private static final int NAMED = 3;

    UnfinishedNote(Unfinished left, Formats formats, Runnable resume, Runnable cleanUp) {
        super(12);
        String what = sentence(left, formats);
        String detail = detail(left);
        var words = new VBox(Texts.wrapped(what, "medium"), Texts.wrapped(detail, "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var goOn = button("Go on", "resume-unfinished", "Go on with what was interrupted", resume);
        var clean = button("Clean up", "clean-unfinished", "Remove what is half written", cleanUp);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(what + " " + detail);
        getStyleClass().addAll("banner", "warn");
        getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, "warn"), words, clean, goOn);
    }

    static Button button(String verb, String id, String spoken, Runnable action) {
        var button = new Button(verb);
        button.setId(id);
        button.setAccessibleText(spoken);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    static String sentence(Unfinished left, Formats formats) {
        String verb = switch (left.order()) {
            case BatchOrder.Encrypt _ -> "Encrypting ";
            case BatchOrder.Decrypt _ -> "Decrypting ";
            case BatchOrder.Reencrypt _ -> "Re-encrypting ";
        };
        return verb + names(left.sourcesLeft()) + " was interrupted (begun " + formats.relative(left.begun()) + ").";
    }

    static String names(List<Path> sources) {
        String first = sources.stream()
                .limit(NAMED)
                .map(source -> Optional.ofNullable(source.getFileName()).map(Path::toString).orElse(source.toString()))
                .collect(Collectors.joining(", "));
        int more = sources.size() - NAMED;
        return sources.isEmpty() ? "files" : more > 0 ? first + " and " + more + " more" : first;
    }

    private static String detail(Unfinished left) {
        int parts = left.parts().size();
        String half = parts == 0
                ? "Nothing is half written."
                : parts == 1 ? "One file is half written." : parts + " files are half written.";
        return half + " The originals are untouched. Going on starts unfinished files again under fresh keys.";
    }
}
