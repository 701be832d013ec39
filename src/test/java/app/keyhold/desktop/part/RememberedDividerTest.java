package app.keyhold.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.OneStage;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RememberedDividerTest {
    private final LayoutMemory memory = new LayoutMemory();
    private SplitPane panes;
    private RememberedDivider divider;
    private DesktopRobot robot;

    @Start
    void start(Stage stage) {
        panes = new SplitPane(new Region(), new Region());
        divider = new RememberedDivider(panes, memory, "test");
        var scene = new Scene(panes, 800, 300);
        OneStage.show(stage, scene);
        stage.show();
        robot = new DesktopRobot(scene);
    }

    private void letGo(String selector) {
        robot.run(() -> Event.fireEvent(panes.lookup(selector), new MouseEvent(
                MouseEvent.MOUSE_RELEASED, 0, 0, 0, 0, MouseButton.PRIMARY, 1,
                false, false, false, false, true, false, false, true, false, true, null)));
    }

    @Test
    void keepsWhereAPersonLeftIt() {
        assertThat(divider.position()).isEmpty();
        robot.run(() -> panes.setDividerPositions(0.3));
        letGo(".split-pane-divider");

        assertThat(new RememberedDivider(panes, memory, "test").position().orElseThrow()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void keepsNothingOfWhatAScreenSetsByItself() {
        robot.run(() -> panes.setDividerPositions(0.7));

        assertThat(divider.position()).isEmpty();
    }

    @Test
    void forgetsWhatCanNotBeRead() {
        memory.put("divider.test", "left");

        assertThat(divider.position()).isEmpty();
    }
}
