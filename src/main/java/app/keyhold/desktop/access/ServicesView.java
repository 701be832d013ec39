package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.scene.layout.VBox;

/// The rooms of Keyhold that policies and grants can name.
final class ServicesView extends VBox {
    private static final Words WORDS = Words.of(ServicesView.class);

    ServicesView() {
        getStyleClass().add("groups");
        getChildren()
                .addAll(
                        Texts.wrapped(WORDS.get("services.what"), "muted"),
                        card("files.amazonaws.com", WORDS.get("services.files")),
                        card("kms.amazonaws.com", WORDS.get("services.kms")));
    }

    private static Card card(String name, String what) {
        return new Card(new CopyText(WORDS.get("services.name"), name), Texts.wrapped(what));
    }
}
