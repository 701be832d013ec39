package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The vault is open: a first file, or straight in.
final class DonePage implements Page {
    private static final Words WORDS = Words.of(DonePage.class);

    private final FirstRunModel model;
    private final FirstRunWays ways;
    private final VBox zone;
    private final VBox root;

    DonePage(FirstRunModel model, FirstRunWays ways) {
        this.model = model;
        this.ways = ways;
        var browse = new Button(WORDS.get("browse"));
        browse.setId("first-file");
        browse.setOnAction(_ -> {
            List<Path> files = ways.chooseFiles();
            if (!files.isEmpty()) {
                finish(files);
            }
        });
        zone = new VBox(
                8,
                Icons.of(Feather.UPLOAD, "large", "accented"),
                Texts.of(WORDS.get("done.drop"), "lead"),
                Texts.of(WORDS.get("done.beside"), "muted"),
                browse);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        zone.setOnDragOver(this::over);
        zone.setOnDragDropped(this::dropped);
        root = new VBox(
                16,
                Texts.of(WORDS.get("done.title"), "h1"),
                Texts.wrapped(WORDS.get("done.text"), "muted"),
                zone);
    }

    private void over(DragEvent event) {
        if (event.getDragboard() != null && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard() == null ? List.of() : event.getDragboard().getFiles();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (!files.isEmpty()) {
            finish(files.stream().map(File::toPath).toList());
        }
    }

    private void finish(List<Path> files) {
        model.vault().ifPresent(vault -> ways.finished(vault, files));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableBooleanValue ready() {
        return new SimpleBooleanProperty(true);
    }

    @Override
    public String verb() {
        return WORDS.get("done.open");
    }

    @Override
    public void proceed() {
        finish(List.of());
    }
}
