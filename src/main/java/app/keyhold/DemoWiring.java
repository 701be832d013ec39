package app.keyhold;

import app.keyhold.cli.UsageException;
import app.keyhold.demo.DemoVault;
import app.keyhold.desktop.DesktopApp;
import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.desktop.tour.Tour;
import app.keyhold.desktop.tour.View;
import app.keyhold.vault.OpenVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.function.Consumer;

/// The demo: a seeded vault of its own, kept apart from the person's vaults, settings and state.
final class DemoWiring {
    private static final String MARKER = "this-is-a-keyhold-demo";

    private final Path folder;
    private final Clock clock;
    private final Wiring wiring;

    DemoWiring(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.clock = clock;
        this.wiring = new Wiring(clock, this.folder.resolve("state"));
    }

    /// A demo vault in a temporary folder that goes with the program.
    static OpenVault throwAway() throws IOException {
        var demo = new DemoWiring(Files.createTempDirectory("keyhold-demo"), Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(demo::deleteAll));
        return DemoVault.open(demo.wiring.vaults(), DemoVault.seed(demo.folder, demo.wiring::files, demo.clock.instant()));
    }

    void show(boolean picturesWanted, Consumer<String> say) {
        clear();
        say.accept("Making a vault with a year of events …");
        var vault = DemoVault.seed(folder, wiring::files, clock.instant());
        say.accept("The demo vault is " + vault + ", its passphrase: " + DemoVault.PASSPHRASE);
        if (picturesWanted || !DesktopWiring.hasDisplay()) {
            say.accept(picturesWanted ? "Taking pictures …" : "There is no display: taking pictures instead …");
            Tour.withoutDisplay();
            var taken = new Tour(parts(), DemoVault.open(wiring.vaults(), vault), folder.resolve("scratch"))
                    .knowing(DemoVault.PASSPHRASE)
                    .walk(folder, View.USUAL);
            say.accept(taken.size() + " pictures, light and dark, are in " + folder);
        } else {
            DesktopApp.launch(parts().showing(DemoVault.open(wiring.vaults(), vault)));
        }
    }

    private DesktopParts parts() {
        return DesktopParts.of(
                        wiring.vaults(), wiring::files, clock, DesktopPreferences.in(folder.resolve("desktop.properties")))
                .withTimetables(wiring::timetable)
                .withDemo(DemoWiring::throwAway);
    }

    /// Only what a demo made is ever deleted.
    private void clear() {
        try {
            if (Files.exists(folder.resolve(MARKER))) {
                deleteAll();
            } else if (Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new UsageException(
                        folder + " holds something that no demo made; nothing was changed.",
                        "Name another folder: keyhold demo --folder DIR");
            }
            Files.createDirectories(folder);
            Files.createFile(folder.resolve(MARKER));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void deleteAll() {
        try (var tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
