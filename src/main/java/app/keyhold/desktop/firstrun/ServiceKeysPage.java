package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The two kinds of keys a person will meet.
final class ServiceKeysPage implements Page {
    private static final Words WORDS = Words.of(ServiceKeysPage.class);

    private final VBox root = new VBox(
            16,
            Texts.of(WORDS.get("kinds.title"), "h1"),
            kind(
                    "alias/my-files",
                    WORDS.get("kinds.yours"),
                    WORDS.get("kinds.yoursText")),
            kind(
                    "alias/aws/files",
                    WORDS.get("kinds.own"),
                    WORDS.get("kinds.ownText")),
            Texts.wrapped(WORDS.get("kinds.rotation"), "muted"));

    private static Card kind(String alias, String whose, String sentence) {
        return new Card(Texts.of(whose, "h2"), Texts.of(alias, "mono"), Texts.wrapped(sentence));
    }

    private final FirstRunModel model;

    ServiceKeysPage(FirstRunModel model) {
        this.model = model;
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
    public void proceed() {
        model.next();
    }
}
