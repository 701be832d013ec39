package app.keyhold.desktop.tour;

import app.keyhold.desktop.Shell;
import app.keyhold.desktop.firstrun.FirstRunModel;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/// Where the walk stops, from the first run to the settings.
final class Itinerary {
    private static final String SAMPLE_PASSPHRASE = "lantern quartz meadow violin";

    private final OpenVault vault;
    private final Path scratch;
    private final Shell shell;
    private final SampleFiles samples;
    private final List<Stop> stops = new ArrayList<>();

    Itinerary(OpenVault vault, Path scratch, Shell shell) {
        this.vault = vault;
        this.scratch = scratch;
        this.shell = shell;
        this.samples = new SampleFiles(scratch.resolve("samples"));
    }

    List<Stop> stops() {
        firstRun();
        unlock();
        picture("schedule", () -> shell.opened(vault));
        step(() -> pressAll(".due-note .flat"));
        for (Place place : frameless()) {
            step(() -> frame().navigator().go(place));
            switch (place) {
                case KEYS -> keys();
                case FILES -> files();
                case AUDIT -> audit();
                case ROTATION -> rotation();
                case COST -> cost();
                case ACCESS -> access();
                case HOME, SETTINGS -> picture(place.name().toLowerCase(Locale.ROOT), () -> {});
            }
        }
        step(() -> frame().navigator().go(Place.FILES));
        picture("palette", () -> frame().palette());
        step(this::closeOverlay);
        return List.copyOf(stops);
    }

    private static List<Place> frameless() {
        return List.of(Place.HOME, Place.KEYS, Place.FILES, Place.AUDIT, Place.ROTATION, Place.ACCESS, Place.COST, Place.SETTINGS);
    }

    private void firstRun() {
        picture("first-run-1-welcome", () -> shell.showFirstRun(scratch.resolve("new").resolve("personal.keyhold")));
        picture("first-run-2-where", () -> press("#create"));
        step(() -> press("#next"));
        step(() -> type("#new-passphrase"));
        picture("first-run-3-passphrase", () -> type("#repeat-passphrase"));
        picture("first-run-4-recovery", () -> press("#next"));
        step(() -> press("#skip"));
        step(() -> write("#waiver", FirstRunModel.WAIVER));
        picture("first-run-5-keys", () -> press("#next"));
        picture("first-run-6-done", () -> press("#next"));
    }

    private void unlock() {
        picture("unlock", () -> shell.showUnlock(vault.folder()));
        step(() -> type("#passphrase"));
        step(() -> press("#unlock"));
        picture("unlock-wrong", () -> {});
    }

    private void files() {
        picture("files-1-empty", () -> {});
        step(() -> take(samples.letter(), samples.plan(), samples.photos(), samples.contracts()));
        picture("files-2-sheet", () -> write("#context-value", "archive"));
        step(() -> press("#start"));
        stops.add(new Stop("jobs", () -> {}, this::noJobs, false));
        step(() -> SampleFiles.damage(samples.encrypted(samples.plan())));
        step(() -> take(samples.encrypted(samples.letter()), samples.encrypted(samples.plan())));
        picture("files-3-decrypt", () -> {});
        step(() -> press("#start"));
        stops.add(new Stop("jobs", () -> {}, this::noJobs, false));
        step(() -> take(samples.large()));
        step(() -> press("#start"));
        picture("files-4-work", () -> press("#pauseAll"));
        step(() -> frame().navigator().go(Place.SETTINGS));
        picture("drop-overlay", () -> frame().hover(find(".status-bar"), List.of(samples.letter(), samples.encrypted(samples.letter()))));
        step(() -> frame().hoverEnds());
    }

    private void keys() {
        step(() -> frame().navigator().open(Place.KEYS, keyId()));
        picture("keys", () -> {});
        for (String tab : List.of("Cryptography", "Policy", "Grants", "Rotation", "Names", "Try it", "History")) {
            picture("keys-" + tab.toLowerCase(Locale.ROOT).replace(' ', '-'), () -> showTab(tab));
        }
        step(() -> showTab("Grants"));
        picture("keys-create-grant", () -> press("#create-grant"));
        step(this::closeOverlay);
        picture("keys-create", () -> command("Create key"));
        step(this::closeOverlay);
    }

    private void access() {
        picture("access", () -> {});
        picture("access-may-they", () -> command("May they?"));
        step(() -> choose("#simulated-who", 1));
        step(() -> choose("#simulated-what", 0));
        step(() -> press("#add-fact"));
        picture("access-answer", () -> press("#ask"));
    }

    private void audit() {
        step(() -> command("Show all events"));
        picture("audit", () -> chooseInList(2));
    }

    private void rotation() {
        picture("rotation", () -> {});
        picture("rotation-month", () -> toggle("Month"));
        picture("rotation-agenda", () -> toggle("Agenda"));
    }

    private void cost() {
        picture("cost", () -> {});
        picture("cost-key", () -> chooseInTable(1));
        step(() -> command("Show the cost of all keys"));
        picture("cost-months", () -> toggle("By month"));
        picture("cost-prices", () -> command("Show the prices"));
        step(this::closeOverlay);
    }

    /// The key with most names has most to show.
    private String keyId() {
        return vault.client().call(new QueryKeys.Request("tour")).keys().stream()
                .max(Comparator.comparingInt(key -> key.aliases().size()))
                .map(QueryKeys.KeyRow::keyId)
                .orElseThrow();
    }

    private void showTab(String title) {
        if (shell.root().lookup(".tab-pane") instanceof TabPane tabs) {
            tabs.getTabs().stream()
                    .filter(tab -> title.equals(tab.getText()))
                    .findFirst()
                    .ifPresent(tabs.getSelectionModel()::select);
        }
    }

    private void chooseInList(int index) {
        for (Node node : shell.root().lookupAll(".list-view")) {
            if (node instanceof ListView<?> list) {
                list.getSelectionModel().select(index);
            }
        }
    }

    private void chooseInTable(int index) {
        for (Node node : shell.root().lookupAll(".table-view")) {
            if (node instanceof TableView<?> table && table.isVisible()) {
                table.getSelectionModel().select(index);
            }
        }
    }

    private void choose(String selector, int index) {
        if (find(selector) instanceof ComboBox<?> choices && index < choices.getItems().size()) {
            choices.getSelectionModel().select(index);
        }
    }

    private void toggle(String text) {
        shell.root().lookupAll(".toggle-button").stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(button -> text.equals(button.getText()))
                .forEach(ToggleButton::fire);
    }

    private void picture(String name, Runnable arrive) {
        stops.add(new Stop(name, arrive, () -> true, true));
    }

    private void step(Runnable arrive) {
        stops.add(new Stop("step-" + stops.size(), arrive, () -> true, false));
    }

    private Frame frame() {
        return shell.frame().orElseThrow();
    }

    private void take(Path... files) {
        ((DropReceiver) frame().navigator().screen(Place.FILES)).drop(List.of(files));
    }

    private boolean noJobs() {
        return frame().navigator().context().status().jobsProperty().get().isEmpty();
    }

    private void write(String selector, String text) {
        if (find(selector) instanceof TextField field) {
            field.setText(text);
        }
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

    /// One press may take away what another was to press.
    private void pressAll(String selector) {
        for (var button = find(selector); button != null; button = find(selector)) {
            press(selector);
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
