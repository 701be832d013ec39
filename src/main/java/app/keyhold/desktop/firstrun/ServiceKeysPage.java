package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Texts;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The two kinds of keys a person will meet.
final class ServiceKeysPage implements Page {
    private final VBox root = new VBox(
            16,
            Texts.of("Two kinds of keys", "h1"),
            kind(
                    "alias/my-files",
                    "Yours",
                    "Made just now, to encrypt the files you drop. You decide who uses it, when it rotates (every year, to"
                            + " begin with) and when it goes. Make as many such keys as you like."),
            kind(
                    "alias/aws/files",
                    "Keyhold’s own",
                    "Service-managed keys appear when a service first needs one. Everybody can see them, nobody can change"
                            + " or delete them, and they rotate by themselves every three years."),
            Texts.wrapped(
                    "Rotation never makes old files unreadable: a key keeps all its earlier material and opens with it what"
                            + " it once encrypted.",
                    "muted"));

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
