package app.keyhold.desktop;

import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenFactory;
import app.keyhold.desktop.settings.SettingsController;
import app.keyhold.vault.OpenVault;
import java.util.EnumMap;
import java.util.Map;

/// Which screen stands at which place of the rail.
final class Screens {
    private Screens() {}

    static Map<Place, ScreenFactory> of(OpenVault vault, DesktopParts parts) {
        var screens = new EnumMap<Place, ScreenFactory>(Place.class);
        screens.put(Place.SETTINGS, SettingsController::new);
        return screens;
    }
}
