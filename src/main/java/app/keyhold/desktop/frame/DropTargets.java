package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What is drawn above the window while files hover over it: large targets side by side, or one line at the bottom about
/// the place under the pointer.
final class DropTargets extends StackPane {
    private final HBox targets = new HBox();
    private final VBox large = new VBox(12);
    private final HBox line = new HBox(12);

    DropTargets() {
        setId("drop-overlay");
        setMouseTransparent(true);
        setMinSize(0, 0);
        setVisible(false);
        targets.getStyleClass().add("drop-targets");
        targets.setAlignment(Pos.CENTER);
        large.getStyleClass().add("drop-overlay");
        line.getStyleClass().add("drop-line");
        line.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(line, Pos.BOTTOM_CENTER);
    }

    /// @param all what a drop beside the targets does
    void show(List<DropReceiver.Offer> offers, String all) {
        targets.getChildren().setAll(offers.stream().map(DropTargets::target).toList());
        large.getChildren().setAll(targets);
        if (offers.size() > 1) {
            large.getChildren().add(Texts.of(all, "drop-beside"));
        }
        getChildren().setAll(large);
        setVisible(true);
    }

    void show(DropReceiver.Offer offer) {
        line.getStyleClass().setAll("drop-line", offer.isWelcome() ? "accept" : "reject");
        line.getChildren().setAll(icon(offer), Texts.of(offer.verb(), "medium"), Texts.of(offer.detail(), "muted"));
        getChildren().setAll(line);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
        getChildren().clear();
    }

    /// Lights up what the pointer is over.
    ///
    /// @return its place in the row
    Optional<Integer> under(double sceneX, double sceneY) {
        Optional<Integer> found = Optional.empty();
        for (int i = 0; i < targets.getChildren().size() && isVisible(); i++) {
            Node target = targets.getChildren().get(i);
            boolean inside = target.getScene() != null && target.contains(target.sceneToLocal(new Point2D(sceneX, sceneY)));
            target.getStyleClass().remove("under");
            if (inside) {
                target.getStyleClass().add("under");
                found = Optional.of(i);
            }
        }
        return found;
    }

    private static Node target(DropReceiver.Offer offer) {
        var target = new VBox(icon(offer, "large"), words(offer.verb(), "lead"), words(offer.detail(), "muted"));
        target.getStyleClass().addAll("drop-target", offer.isWelcome() ? "accept" : "reject");
        return target;
    }

    private static Node words(String text, String style) {
        var words = Texts.wrapped(text, style);
        words.setAlignment(Pos.CENTER);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        return words;
    }

    private static Node icon(DropReceiver.Offer offer, String... styles) {
        var icon = Icons.of(offer.isWelcome() ? Feather.UPLOAD : Feather.SLASH, styles);
        icon.getStyleClass().add(offer.isWelcome() ? "accented" : "bad");
        return icon;
    }
}
