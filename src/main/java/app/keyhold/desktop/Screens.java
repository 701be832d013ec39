package app.keyhold.desktop;

import app.keyhold.desktop.access.AccessController;
import app.keyhold.desktop.audit.AuditController;
import app.keyhold.desktop.cost.CostController;
import app.keyhold.desktop.files.FilesController;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenFactory;
import app.keyhold.desktop.health.HealthController;
import app.keyhold.desktop.home.HomeController;
import app.keyhold.desktop.keys.KeysController;
import app.keyhold.desktop.lock.JobsOverLock;
import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.regions.RegionsController;
import app.keyhold.desktop.rotation.RotationController;
import app.keyhold.desktop.settings.SettingsController;
import app.keyhold.files.JobQueue;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableMap;

/// Which screen stands at which place of the rail.
final class Screens {
    private Screens() {}

    /// @param overLock what was at work when the vault was locked the last time
    /// @param reveal shows a file in the system's file manager
    /// @param signals what the system tells the desktop on this machine
    static Map<Place, ScreenFactory> of(
            JobQueue jobs,
            Optional<JobsOverLock> overLock,
            Consumer<Path> reveal,
            ObservableMap<LockSignal, LockSignal.State> signals) {
        var screens = new EnumMap<Place, ScreenFactory>(Place.class);
        screens.put(Place.HOME, HomeController::new);
        screens.put(Place.KEYS, KeysController::new);
        screens.put(Place.FILES, context -> new FilesController(context, jobs, overLock, reveal));
        screens.put(Place.AUDIT, AuditController::new);
        screens.put(Place.ROTATION, RotationController::new);
        screens.put(Place.ACCESS, AccessController::new);
        screens.put(Place.REGIONS, RegionsController::new);
        screens.put(Place.COST, CostController::new);
        screens.put(
                Place.HEALTH,
                context -> new HealthController(context, signals, () -> jobs.unfinished().size()));
        screens.put(Place.SETTINGS, context -> new SettingsController(context, signals));
        return screens;
    }
}
