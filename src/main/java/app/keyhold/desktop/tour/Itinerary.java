package app.keyhold.desktop.tour;

import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// Where the walk stops, from the first run to the settings.
final class Itinerary {
    private static final String SAMPLE_PASSPHRASE = "lantern quartz meadow violin";

    private final DesktopParts parts;
    private final OpenVault vault;
    private final Path scratch;
    private final Shell shell;
    private final SampleFiles samples;
    private final List<Stop> stops = new ArrayList<>();

    Itinerary(DesktopParts parts, OpenVault vault, Path scratch, Shell shell) {
        this.parts = parts;
        this.vault = vault;
        this.scratch = scratch;
        this.shell = shell;
        this.samples = new SampleFiles(scratch.resolve("samples"));
    }

    List<Stop> stops() {
        firstRun();
        unlock();
        add("start", () -> shell.opened(vault));
        for (Place place : Place.values()) {
            add(place.name().toLowerCase(Locale.ROOT), () -> frame().navigator().go(place));
            if (place == Place.FILES) {
                files();
            }
            if (place == Place.KEYS) {
                add("keys-create", () -> command("Create key"));
                add("keys-after", this::closeOverlay);
            }
        }
        add("palette", () -> frame().palette());
        return stops.stream().filter(stop -> !stop.name().equals("keys-after")).toList();
    }

    private void firstRun() {
        add("first-run-1-welcome", () -> shell.showFirstRun(scratch.resolve("new").resolve("personal.keyhold")));
        add("first-run-2-where", () -> press("#create"));
        add("first-run-3-passphrase", () -> {
            press("#next");
            type("#new-passphrase");
            type("#repeat-passphrase");
        });
        add("first-run-4-recovery", () -> press("#next"));
    }

    private void unlock() {
        add("unlock", () -> shell.showUnlock(vault.folder()));
    }

    private void files() {
        add("files-1-work", () -> {
            take(samples.letter(), samples.plan(), samples.photos(), samples.contracts());
        });
    }

    private void add(String name, Runnable arrive) {
        stops.add(new Stop(name, arrive));
    }

    private Frame frame() {
        return shell.frame().orElseThrow();
    }

    private void take(Path... files) {
        ((DropReceiver) frame().navigator().screen(Place.FILES)).drop(List.of(files));
    }

    private void command(String name) {
        frame().navigator().currentScreen().commands().stream()
                .filter(command -> command.name().startsWith(name))
                .findFirst()
                .ifPresent(command -> command.action().run());
    }

    private void closeOverlay() {
        frame().navigator().context().overlay().close();
    }

    private void press(String selector) {
        if (find(selector) instanceof Button button) {
            button.fire();
        }
    }

    private void type(String selector) {
        if (find(selector) instanceof SecretField field) {
            field.replaceText(0, field.getLength(), SAMPLE_PASSPHRASE);
        }
    }

    private Node find(String selector) {
        return shell.root().lookup(selector);
    }
}
