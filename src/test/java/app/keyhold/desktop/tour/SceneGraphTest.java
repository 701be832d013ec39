package app.keyhold.desktop.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.part.Drawing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;

/// Walks every screen and looks for what somebody who can't see it could not name, and what somebody without a mouse
/// could not reach.
@Timeout(240)
class SceneGraphTest {
    /// Stops that would be silent about everything if what they stop for did not come.
    private static final Map<String, String> SHOWS = Map.of(
            "files-2-archive", "#archive",
            "files-3-decrypt", "#facts",
            "files-3-question", "#open-uncommitted",
            "files-5-result", ".result-dialog",
            "drop-overlay", ".drop-target",
            "keys-files", "#known-files");

    @TempDir
    private Path temporary;

    private final List<String> unnamed = new ArrayList<>();
    private final List<String> unreached = new ArrayList<>();
    private final List<String> ambiguous = new ArrayList<>();
    private final Set<String> turned = new TreeSet<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> drawings = new HashSet<>();

    @Test
    void everyControlOfEveryScreenHasANameAndIsReached() {
        var fixture = new DesktopFixture(temporary);
        new Tour(fixture.parts(), fixture.create(), temporary.resolve("scratch"))
                .visiting(this::visit)
                .walk(temporary, List.of());

        assertThat(visited)
                .contains("first-run-3-passphrase", "unlock", "files-2-archive", "files-3-question", "files-5-result")
                .contains("keys-drop", "keys-files", "settings");
        assertThat(drawings).contains("Histogram", "CostBars");
        assertSoftly(softly -> {
            softly.assertThat(unnamed).isEmpty();
            softly.assertThat(unreached).isEmpty();
            softly.assertThat(ambiguous).isEmpty();
            softly.assertThat(turned).as("would turn round where one writes from the right").isEmpty();
        });
    }

    private void visit(String stop, Parent root) {
        visited.add(stop);
        SHOWS.forEach((at, selector) -> {
            if (at.equals(stop) && root.lookup(selector) == null) {
                unnamed.add(stop + ": no " + selector);
            }
        });
        var labelled = new HashSet<Node>();
        collectLabelled(root, labelled);
        check(stop, root, labelled);
        TabOrder.faults(top(root)).forEach(fault -> unreached.add(stop + ": " + fault));
        mnemonics(root, new HashMap<>()).forEach(twice -> ambiguous.add(stop + ": " + twice));
    }

    /// Under a dialog, what lies below is out of reach on purpose.
    private static Parent top(Parent root) {
        return root.lookup(".modal-box") instanceof Parent dialog && dialog.isVisible() ? dialog : root;
    }

    private static List<String> mnemonics(Node node, Map<String, String> taken) {
        var twice = new ArrayList<String>();
        if (!node.isVisible()) {
            return twice;
        }
        if (node instanceof Labeled labeled && labeled.isMnemonicParsing() && labeled.getText() != null) {
            int mark = labeled.getText().indexOf('_');
            if (mark >= 0 && mark + 1 < labeled.getText().length()) {
                String letter = labeled.getText().substring(mark + 1, mark + 2).toLowerCase(Locale.ROOT);
                String other = taken.putIfAbsent(letter, labeled.getText());
                if (other != null) {
                    twice.add("Alt+" + letter + " is both " + other + " and " + labeled.getText());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> twice.addAll(mnemonics(child, taken)));
        }
        return twice;
    }

    private static void collectLabelled(Node node, Set<Node> labelled) {
        if (node instanceof Label label && label.getLabelFor() != null && !label.getText().isBlank()) {
            labelled.add(label.getLabelFor());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collectLabelled(child, labelled));
        }
    }

    private void check(String stop, Node node, Set<Node> labelled) {
        if (!node.isVisible()) {
            return;
        }
        if (isControl(node) && !isNamed(node, labelled)) {
            unnamed.add(stop + ": " + node);
        }
        if (node instanceof ButtonBase button
                && button.getStyleClass().contains("button-icon")
                && button.getTooltip() == null) {
            unnamed.add(stop + ": no tooltip on " + node);
        }
        if (node instanceof Drawing) {
            drawings.add(node.getClass().getSimpleName());
            if (!saysWhatItShows(node)) {
                unnamed.add(stop + ": a picture without words " + node);
            }
        }
        if (turnsRound(node)) {
            turned.add(node.toString());
        }
        boolean whole = node instanceof Spinner || node instanceof ComboBoxBase;
        if (node instanceof Parent parent && !whole) {
            parent.getChildrenUnmodifiable().forEach(child -> check(stop, child, labelled));
        }
    }

    /// Code is read from the left in every language, and so are drawings; arrows along the line have to be turned.
    private static boolean turnsRound(Node node) {
        boolean code = node.getStyleClass().contains("mono") && (node instanceof Labeled || node instanceof TextInputControl);
        boolean arrow = node instanceof FontIcon icon && String.valueOf(icon.getIconLiteral()).matches("fth-(arrow|chevrons?)-(left|right)");
        return (code || node instanceof Drawing) && !keepsItsWay(node) || arrow && !node.getStyleClass().contains("points");
    }

    private static boolean keepsItsWay(Node node) {
        return node.getNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT
                || node.getParent() != null && keepsItsWay(node.getParent());
    }

    private static boolean saysWhatItShows(Node drawing) {
        return drawing.getAccessibleRole() != AccessibleRole.NODE
                && drawing.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text
                && !text.isBlank();
    }

    private static boolean isControl(Node node) {
        return node instanceof ButtonBase && node.isFocusTraversable()
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Spinner
                || node instanceof ListView
                || node instanceof TableView
                || node instanceof ProgressBar;
    }

    private static boolean isNamed(Node node, Set<Node> labelled) {
        String name = node.getAccessibleText();
        boolean written = node instanceof Labeled text && text.getText() != null && !text.getText().isBlank();
        return name != null && !name.isBlank() || written || labelled.contains(node);
    }
}
