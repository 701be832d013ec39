package app.keyhold.desktop;

import app.keyhold.desktop.audit.AuditController;
import app.keyhold.desktop.cost.CostController;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenFactory;
import app.keyhold.desktop.keys.KeysController;
import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.rotation.RotationController;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.desktop.theme.Theme;
import app.keyhold.vault.Timetable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The frame with the three screens over keys, as a window of a seeded vault.
public final class DeskWindow {
    private DeskWindow() {}

    public static Frame show(Stage stage, SeededVault vault, Place first, double width, double height) {
        Map<Place, ScreenFactory> screens = new EnumMap<>(Place.class);
        screens.put(Place.KEYS, KeysController::new);
        screens.put(Place.AUDIT, AuditController::new);
        screens.put(Place.ROTATION, RotationController::new);
        screens.put(Place.COST, CostController::new);
        Frame frame = new Frame(
                vault.vault(), screens, first, DesktopPreferences.inMemory(), vault.background(), vault.clock(), Timetable.NONE, new Stays());
        Scene scene = new Scene(frame, width, height);
        Theme.dress(scene, false, 100);
        OneStage.show(stage, scene);
        // One stage serves all tests: it may have been made narrow by another.
        stage.sizeToScene();
        stage.show();
        frame.applyCss();
        frame.layout();
        return frame;
    }

    private static final class Stays implements Frame.Locks {
        @Override
        public void lock(Optional<AutoLock.Reason> reason) {}

        @Override
        public void lockWindow() {}
    }
}
