package app.keyhold.desktop;

import app.keyhold.desktop.part.LayoutMemory;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Brings the window back where and as large as it was left, if there is a screen there still.
final class WindowMemory {
    private static final String NAME = "window";

    private final Stage stage;
    private final LayoutMemory memory;
    private boolean known;
    private double x;
    private double y;
    private double width;
    private double height;

    private WindowMemory(Stage stage, LayoutMemory memory) {
        this.stage = stage;
        this.memory = memory;
    }

    /// Call before the stage is shown.
    static void keep(Stage stage, LayoutMemory memory) {
        var kept = new WindowMemory(stage, memory);
        memory.get(NAME).flatMap(WindowPlace::parse).map(place -> place.on(screens())).ifPresent(kept::restore);
        kept.listen();
    }

    private static List<Rectangle2D> screens() {
        return Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                .distinct()
                .map(Screen::getVisualBounds)
                .toList();
    }

    private void restore(WindowPlace place) {
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        x = place.x();
        y = place.y();
        width = place.width();
        height = place.height();
        known = true;
    }

    private void listen() {
        // Later: a window learns that it is maximised only after it has grown.
        InvalidationListener moved = _ -> Platform.runLater(this::look);
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
        stage.setOnHiding(_ -> write());
    }

    private void look() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            x = stage.getX();
            y = stage.getY();
            width = stage.getWidth();
            height = stage.getHeight();
            known = true;
        }
    }

    private void write() {
        if (known) {
            memory.put(NAME, new WindowPlace(x, y, width, height, stage.isMaximized()).note());
        }
    }
}
