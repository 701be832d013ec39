package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.FolderConcern;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where the vault goes: a name and a folder, with what speaks against it said while typing.
final class PlacePage implements Page {
    private static final Words WORDS = Words.of(PlacePage.class);

    private static final String SUFFIX = ".keyhold";

    private final FirstRunModel model;
    private final TextField name = new TextField();
    private final TextField parent = Texts.code(new TextField());
    private final Label result = Texts.wrapped("", "mono", "muted");
    private final VBox warnings = new VBox(8);
    private final CheckBox allSame = new CheckBox(WORDS.get("place.allSame"));
    private final Banner taken = new Banner();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty();
    private final VBox root;

    PlacePage(FirstRunModel model, FirstRunWays ways) {
        this.model = model;
        Path proposed = model.folderProperty().get();
        String fileName = String.valueOf(proposed.getFileName());
        name.setText(fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName);
        name.setId("vault-name");
        parent.setText(String.valueOf(proposed.getParent()));
        parent.setId("vault-parent");
        allSame.setId("all-the-same");
        var browse = new Button(WORDS.get("browse"));
        browse.setOnAction(_ -> parentFolder()
                .flatMap(ways::chooseFolder)
                .ifPresent(chosen -> parent.setText(chosen.toString())));
        HBox.setHgrow(parent, Priority.ALWAYS);
        root = new VBox(
                16,
                Texts.of(WORDS.get("place.title"), "h1"),
                Texts.wrapped(WORDS.get("place.text"), "muted"),
                field(WORDS.get("field.name"), name, name),
                field(WORDS.get("field.folder"), parent, new HBox(8, parent, browse)),
                result,
                taken,
                warnings,
                allSame);
        InvalidationListener change = _ -> changed();
        name.textProperty().addListener(change);
        parent.textProperty().addListener(change);
        allSame.selectedProperty().addListener(change);
        model.concerns().addListener(change);
        changed();
    }

    static VBox field(String text, Node labelled, Node shown) {
        return new VBox(4, FieldLabels.above(text, labelled), shown);
    }

    private Optional<Path> parentFolder() {
        try {
            return Optional.of(Path.of(parent.getText().strip())).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private void changed() {
        String wanted = name.getText().strip();
        var folder = parentFolder().filter(_ -> isName(wanted)).map(place -> place.resolve(wanted + SUFFIX));
        folder.ifPresent(place -> {
            if (!place.equals(model.folderProperty().get())) {
                model.folderProperty().set(place);
            }
        });
        result.setText(folder.map(Path::toString).orElse(WORDS.get("place.unclear")));
        boolean free = folder.isPresent() && model.isFree();
        if (folder.isPresent() && !free) {
            taken.show(Tone.BAD, WORDS.get("place.taken"));
        } else {
            taken.hide();
        }
        warnings.getChildren().setAll(model.concerns().stream().map(PlacePage::warning).toList());
        boolean needsPermission = model.concerns().stream().map(FolderConcern::kind).anyMatch(FolderConcern.Kind::needsPermission);
        allSame.setVisible(needsPermission);
        allSame.setManaged(needsPermission);
        ready.set(free && (!needsPermission || allSame.isSelected()));
    }

    private static boolean isName(String wanted) {
        return !wanted.isEmpty() && wanted.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c)) && !wanted.startsWith(".");
    }

    private static Banner warning(FolderConcern concern) {
        return new Banner(Tone.WARN, WORDS.get("place.warning", concern.what(), concern.advice()));
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableBooleanValue ready() {
        return ready;
    }

    @Override
    public void proceed() {
        model.next();
    }

    @Override
    public void onShow() {
        name.requestFocus();
    }
}
