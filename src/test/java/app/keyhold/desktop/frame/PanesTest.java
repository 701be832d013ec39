package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.OneStage;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PanesTest {
    private final VBox root = new VBox();
    private Button rail;
    private Button list;
    private Button detail;
    private SplitPane split;
    private HBox status;

    @Start
    void start(Stage stage) {
        rail = new Button("Keys");
        list = new Button("payroll");
        detail = new Button("Rotate");
        split = new SplitPane(new VBox(new Label("Keys"), list), new VBox(detail));
        status = new HBox(new Label("owner"));
        root.getChildren().addAll(rail, new VBox(split), status);
        OneStage.show(stage, new Scene(root, 400, 300));
        stage.show();
    }

    private Panes panes() {
        return new Panes(rail, root.getChildren().get(1), status);
    }

    @Test
    void goesRoundTheRailAndThePartsOfTheScreen() {
        assertThat(panes().next(Optional.of(rail), 1)).contains(list);
        assertThat(panes().next(Optional.of(list), 1)).contains(detail);
        assertThat(panes().next(Optional.of(detail), 1)).contains(rail);
    }

    @Test
    void goesBackTheSameWay() {
        assertThat(panes().next(Optional.of(rail), -1)).contains(detail);
        assertThat(panes().next(Optional.of(detail), -1)).contains(list);
    }

    @Test
    void beginsAtTheRailWhereNothingHasTheKeyboard() {
        assertThat(panes().next(Optional.empty(), 1)).contains(rail);
    }
}
