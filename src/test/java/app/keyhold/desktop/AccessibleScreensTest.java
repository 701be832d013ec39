package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.Drawing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Nothing a person can act on is without a name for a screen reader.
@ExtendWith(ApplicationExtension.class)
class AccessibleScreensTest {
    @TempDir
    static Path folder;

    private SeededVault vault;
    private Frame frame;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        frame = DeskWindow.show(stage, vault, Place.KEYS, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = {"KEYS", "AUDIT", "ROTATION"})
    void everyControlHasAName(Place place, FxRobot robot) {
        robot.interact(() -> frame.navigator().go(place));
        assertThat(nodes((Parent) frame.navigator().currentScreen().root()).filter(AccessibleScreensTest::isActionable).filter(node -> name(node).isBlank())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = {"KEYS", "AUDIT", "ROTATION"})
    void everyDrawingSaysWhatItShows(Place place, FxRobot robot) {
        robot.interact(() -> frame.navigator().go(place));
        assertThat(nodes(frame).filter(Drawing.class::isInstance).filter(Node::isVisible).filter(AccessibleScreensTest::isShown))
                .isNotEmpty()
                .allSatisfy(drawing -> {
                    assertThat(drawing.getAccessibleRole()).isNotEqualTo(AccessibleRole.NODE);
                    assertThat(drawing.queryAccessibleAttribute(AccessibleAttribute.TEXT)).asString().isNotBlank();
                });
    }

    private static boolean isShown(Node node) {
        return node.getParent() == null || node.getParent().isVisible() && isShown(node.getParent());
    }

    private static Stream<Node> nodes(Parent root) {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all.stream();
    }

    private static void collect(Node node, List<Node> all) {
        all.add(node);
        if (node instanceof TabPane tabs) {
            tabs.getTabs().forEach(tab -> collect(tab.getContent(), all));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean isActionable(Node node) {
        boolean ours = !node.getStyleClass().contains("menu-button") || node.getParent().getStyleClass().contains("audit-header");
        boolean inside = node.getParent() instanceof Spinner<?> || node.getParent() instanceof ComboBoxBase<?>;
        return ours && !inside && !node.getStyleClass().contains("show-hide-columns-button")
                && (node instanceof ButtonBase
                        || node instanceof TextInputControl
                        || node instanceof ComboBoxBase<?>
                        || node instanceof Spinner<?>
                        || node instanceof ListView<?>
                        || node instanceof TableView<?>);
    }

    private static String name(Node node) {
        String spoken = node.getAccessibleText() == null ? "" : node.getAccessibleText();
        return spoken.isBlank() && node instanceof ButtonBase button && button.getText() != null ? button.getText() : spoken;
    }
}
