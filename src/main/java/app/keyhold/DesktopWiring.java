package app.keyhold;

import app.keyhold.cli.UsageException;
import app.keyhold.desktop.DesktopApp;
import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.desktop.single.Handed;
import app.keyhold.desktop.single.OneWindow;
import app.keyhold.files.FileService;
import app.keyhold.files.WarmUp;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.OwnerOnly;
import app.keyhold.vault.Vaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The part of the wiring that needs JavaFX; loaded only when a window is wanted.
final class DesktopWiring {
    private DesktopWiring() {}

    /// Returns when the window is closed.
    static void open(Wiring wiring, Optional<Path> vault, List<Path> files) {
        requireDisplay();
        Path state = Vaults.defaultStateFolder();
        makeIfPossible(state);
        var window = OneWindow.claim(state);
        if (window.isEmpty() && OneWindow.hand(state, Handed.of(vault, files))) {
            return;
        }
        var preferences = DesktopPreferences.in(state.resolve("desktop.properties"));
        DesktopApp.launch(new DesktopParts(
                wiring.vaults(),
                open -> files(wiring, open),
                wiring::timetable,
                wiring.clock(),
                preferences,
                vault,
                files,
                Optional.empty(),
                Optional.of(DemoWiring::throwAway),
                window));
    }

    /// Without it, choices are not kept and second starts open windows of their own.
    private static void makeIfPossible(Path state) {
        try {
            OwnerOnly.createFolder(state);
        } catch (IOException readOnly) {
            // What needs it will say so.
        }
    }

    /// By the time a file is dropped, the first vault has been open for a while.
    private static FileService files(Wiring wiring, OpenVault vault) {
        WarmUp.start();
        return wiring.files(vault);
    }

    /// JavaFX on Linux speaks X11 only and says nothing helpful where there is none.
    private static void requireDisplay() {
        if (!hasDisplay()) {
            throw new UsageException(
                    "There is no display to open a window on (DISPLAY is not set).",
                    "Commands work without one, see `keyhold --help`; on Wayland the desktop needs XWayland.");
        }
    }

    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        boolean headless = System.getProperty("glass.platform", "").equals("Headless");
        return !linux || headless || !Optional.ofNullable(System.getenv("DISPLAY")).orElse("").isEmpty();
    }
}
