package app.keyhold.desktop.window;

import app.keyhold.Wiring;
import app.keyhold.desktop.DesktopApp;
import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.FileService;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The desktop in a process of its own, for the test that drops a real file on it: arguments are a vault's folder and its
/// state folder. A drop starts at once. Says when the vault was opened.
final class DropHost {
    static final String OPENED = "The vault was opened.";

    public static void main(String[] arguments) {
        var wiring = new Wiring(Clock.systemUTC(), Path.of(arguments[1]));
        var preferences = DesktopPreferences.inMemory();
        preferences.dropWithoutAskingProperty().set(true);
        DesktopApp.launch(DesktopParts.of(wiring.vaults(), vault -> opened(wiring, vault), Clock.systemUTC(), preferences)
                .opening(Path.of(arguments[0]), List.of()));
    }

    private static FileService opened(Wiring wiring, OpenVault vault) {
        System.out.println(OPENED);
        return wiring.files(vault);
    }
}
