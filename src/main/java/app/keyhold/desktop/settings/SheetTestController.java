package app.keyhold.desktop.settings;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.frame.SheetWords;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Asks for the words that are on paper, while all is well.
final class SheetTestController {
    private static final Words WORDS = Words.of(SheetTestController.class);

    private final Overlay overlay;
    private final SheetWords words = new SheetWords();
    private final DialogBox box;

    SheetTestController(UnlockSettingsModel model, Overlay overlay) {
        this.overlay = overlay;
        model.begin();
        var problem = new Banner();
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        var form = new VBox(Texts.wrapped(WORDS.get("sheetTest.what"), "muted"), words, problem);
        form.getStyleClass().add("groups");
        box = new DialogBox(WORDS.get("sheetTest.title"), form);
        box.setId("sheet-test-dialog");
        box.cancel(WORDS.get("sheetTest.cancel"), this::leave);
        var test = box.primary(WORDS.get("sheetTest.verb"), () -> model.testSheet(words.typed(), this::leave));
        test.setId("sheet-test-now");
        test.disableProperty()
                .bind(words.readProperty().map(read -> !read.complete()).orElse(true).flatMap(unready ->
                        model.workingProperty().map(working -> unready || working)));
        // Also after Escape, or when the vault locks under it; but not where the whole window only moves to another scene.
        box.sceneProperty().subscribe((_, now) -> {
            if (now == null) {
                Platform.runLater(this::forgetIfGone);
            }
        });
    }

    private void forgetIfGone() {
        if (box.getScene() == null) {
            words.clear();
        }
    }

    private void leave() {
        words.clear();
        overlay.close();
    }

    Node root() {
        return box;
    }
}
