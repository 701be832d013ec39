package app.keyhold.desktop;

import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.desktop.single.OneWindow;
import app.keyhold.files.FileService;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Timetable;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// What the desktop is made of; the wiring fills it.
///
/// @param files the files room for an open vault, with its service's forwarded access inside
/// @param timetables the schedule of an open vault
/// @param vault the one to open; empty for the last one, or the default place
/// @param opened files to take once the vault is open: `keyhold desktop FILE...`
/// @param unlocked shown at once instead of asking for a passphrase
/// @param demo makes a seeded vault that is thrown away, for *Try the demo*; empty hides the button
/// @param window hears of second starts; empty for a window besides another
public record DesktopParts(
        Vaults vaults,
        Function<OpenVault, FileService> files,
        Function<OpenVault, Timetable> timetables,
        Clock clock,
        DesktopPreferences preferences,
        Optional<Path> vault,
        List<Path> opened,
        Optional<OpenVault> unlocked,
        Optional<Callable<OpenVault>> demo,
        Optional<OneWindow> window) {
    public DesktopParts {
        opened = List.copyOf(opened);
    }

    public static DesktopParts of(
            Vaults vaults, Function<OpenVault, FileService> files, Clock clock, DesktopPreferences preferences) {
        return new DesktopParts(
                vaults, files, _ -> Timetable.NONE, clock, preferences, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public DesktopParts opening(Path vault, List<Path> files) {
        return new DesktopParts(vaults, this.files, timetables, clock, preferences, Optional.of(vault), files, unlocked, demo, window);
    }

    public DesktopParts withTimetables(Function<OpenVault, Timetable> timetables) {
        return new DesktopParts(vaults, files, timetables, clock, preferences, vault, opened, unlocked, demo, window);
    }

    public DesktopParts withDemo(Callable<OpenVault> demo) {
        return new DesktopParts(vaults, files, timetables, clock, preferences, vault, opened, unlocked, Optional.of(demo), window);
    }

    public DesktopParts showing(OpenVault unlocked) {
        return new DesktopParts(vaults, files, timetables, clock, preferences, vault, opened, Optional.of(unlocked), demo, window);
    }

    public DesktopParts hearing(OneWindow window) {
        return new DesktopParts(vaults, files, timetables, clock, preferences, vault, opened, unlocked, demo, Optional.of(window));
    }
}
