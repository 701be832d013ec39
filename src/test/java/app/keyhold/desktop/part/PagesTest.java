package app.keyhold.desktop.part;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.OneStage;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What scrolls and how far, with a low page and one that is higher than the window.
@ExtendWith(ApplicationExtension.class)
class PagesTest {
    private static final double WINDOW = 200;

    private final Region low = new Region();
    private final Region high = new Region();
    private Scrolling around;
    private Pages pages;
    private DesktopRobot robot;

    @Start
    void start(Stage stage) {
        low.setMinHeight(40);
        high.setMinHeight(3 * WINDOW);
        pages = new Pages();
        pages.getChildren().addAll(low, high);
        high.setVisible(false);
        around = new Scrolling(pages);
        var scene = new Scene(around, 300, WINDOW);
        OneStage.show(stage, scene);
        stage.show();
        robot = new DesktopRobot(scene);
    }

    private void turnTo(Region page) {
        robot.run(() -> {
            low.setVisible(page == low);
            high.setVisible(page == high);
            around.layout();
        });
    }

    private boolean scrolls() {
        return pages.getHeight() > around.getViewportBounds().getHeight();
    }

    @Test
    void onlyThePageInViewMakesTheDialogScroll() {
        turnTo(low);
        assertThat(scrolls()).isFalse();

        turnTo(high);
        assertThat(scrolls()).isTrue();
    }

    @Test
    void everyPageBeginsAtItsTop() {
        turnTo(high);
        robot.run(() -> around.setVvalue(1));

        turnTo(low);
        turnTo(high);

        assertThat(around.getVvalue()).isZero();
    }

    @Test
    void whatIsBelowComesIntoViewAndWhatIsSeenStaysWhereItIs() {
        turnTo(high);
        robot.run(() -> InView.bring(low));
        assertThat(around.getVvalue()).isZero();

        var last = new Region();
        last.setMinHeight(20);
        robot.run(() -> {
            pages.getChildren().add(last);
            last.setManaged(false);
            last.resizeRelocate(0, 2.5 * WINDOW, 10, 20);
            InView.bring(last);
        });
        double seen = around.getVvalue() * (pages.getHeight() - around.getViewportBounds().getHeight());
        assertThat(seen + around.getViewportBounds().getHeight()).isEqualTo(2.5 * WINDOW + 20);
    }
}
