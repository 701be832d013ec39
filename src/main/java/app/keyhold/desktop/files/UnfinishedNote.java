package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
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
    private static final Words WORDS = Words.of(UnfinishedNote.class);
    private static final int NAMED = 3;

    UnfinishedNote(Unfinished left, Formats formats, Runnable resume, Runnable cleanUp) {
        super(12);
        String what = sentence(left, formats);
        String detail = detail(left);
        var words = new VBox(Texts.wrapped(what, "medium"), Texts.wrapped(detail, "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var goOn = button(WORDS.get("unfinished.goOn"), "resume-unfinished", WORDS.get("unfinished.goOnSpoken"), resume);
        var clean = button(WORDS.get("unfinished.cleanUp"), "clean-unfinished", WORDS.get("unfinished.cleanUpSpoken"), cleanUp);
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
        String names = names(left.sourcesLeft());
        String begun = formats.relative(left.begun());
        return switch (left.order()) {
            case BatchOrder.Encrypt _ -> WORDS.get("unfinished.encrypting", names, begun);
            case BatchOrder.Decrypt _ -> WORDS.get("unfinished.decrypting", names, begun);
            case BatchOrder.Reencrypt _ -> WORDS.get("unfinished.reencrypting", names, begun);
        };
    }

    static String names(List<Path> sources) {
        String first = sources.stream()
                .limit(NAMED)
                .map(source -> Optional.ofNullable(source.getFileName()).map(Path::toString).orElse(source.toString()))
                .collect(Collectors.joining(", "));
        int more = sources.size() - NAMED;
        return sources.isEmpty() ? WORDS.get("names.none") : more > 0 ? WORDS.get("names.more", first, more) : first;
    }

    private static String detail(Unfinished left) {
        int parts = left.parts().size();
        return WORDS.get("unfinished.detail", parts);
    }
}
