package app.keyhold.desktop.keys.names;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// What is asked before a name changes.
public final class AliasDialogs {
    private static final Words WORDS = Words.of(AliasDialogs.class);

    private final Overlay overlay;
    private final NamesModel model;

    public AliasDialogs(Overlay overlay, NamesModel model) {
        this.overlay = overlay;
        this.model = model;
    }

    /// Renames the first alias.
    public void rename(KeyView key) {
        rename(key, key.key().aliases().getFirst());
    }

    void rename(KeyView key, String old) {
        TextField name = new TextField(KeyWords.bare(old));
        Label label = new Label(WORDS.get("rename.name"));
        label.setLabelFor(name);
        name.setAccessibleText(WORDS.get("rename.name"));
        Label hint = Texts.wrapped("", "caption", "bad-text");
        DialogBox box = new DialogBox(
                WORDS.get("rename.title", old),
                Texts.wrapped(WORDS.get("rename.sentence", old), "muted"),
                new VBox(4, label, name, hint),
                new ApiLine(() -> model.renaming(key, old, name.getText())));
        box.cancel(WORDS.get("rename.cancel"), overlay::close);
        Button rename = box.primary(WORDS.get("rename.rename"), () -> {
            overlay.close();
            model.rename(key, old, name.getText());
        });
        name.textProperty().subscribe(text -> {
            boolean same = KeyView.withPrefix(text.strip()).equals(old);
            hint.setText(same ? "" : model.aliasProblem(text).orElse(""));
            rename.setDisable(text.isBlank() || same || model.aliasProblem(text).isPresent());
        });
        overlay.show(box);
    }

    void remove(KeyView key, String alias) {
        DialogBox box = new DialogBox(
                WORDS.get("remove.title", alias),
                Texts.wrapped(WORDS.get("remove.sentence")),
                new ApiLine(() -> model.removal(alias)));
        box.cancel(WORDS.get("remove.cancel"), overlay::close);
        box.primary(
                WORDS.get("remove.remove", alias),
                () -> {
                    overlay.close();
                    model.removeAlias(key, alias);
                },
                "danger");
        overlay.show(box);
    }
}
