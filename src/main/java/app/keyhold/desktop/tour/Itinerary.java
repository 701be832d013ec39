package app.keyhold.desktop.tour;

import app.keyhold.desktop.Shell;
import app.keyhold.desktop.firstrun.FirstRunModel;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.desktop.frame.Place;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.Backup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;

/// Where the walk stops, from the first run to the settings.
final class Itinerary {
    private static final String FLAWED = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Permit",
                  "Action": "kms:Decrypt",
                  "Resource": "*"
                }
              ]
            }""";

    private final OpenVault vault;
    private final String passphrase;
    private final Path scratch;
    private final Shell shell;
    private final SampleFiles samples;
    private final Hands hands;
    private final List<Stop> stops = new ArrayList<>();

    /// @param passphrase the vault's
    Itinerary(OpenVault vault, String passphrase, Path scratch, Shell shell) {
        this.vault = vault;
        this.passphrase = passphrase;
        this.scratch = scratch;
        this.shell = shell;
        this.hands = new Hands(shell);
        this.samples = new SampleFiles(scratch.resolve("samples"));
    }

    List<Stop> stops() {
        firstRun();
        unlock();
        picture("schedule", () -> shell.opened(vault));
        step(() -> hands.pressAll(".due-note .flat"));
        for (Place place : frameless()) {
            step(() -> hands.frame().navigator().go(place));
            switch (place) {
                case KEYS -> keys();
                case FILES -> files();
                case AUDIT -> audit();
                case ROTATION -> rotation();
                case COST -> cost();
                case ACCESS -> access();
                case REGIONS -> regions();
                case HEALTH -> health();
                case SETTINGS -> settings();
                case HOME -> picture(place.name().toLowerCase(Locale.ROOT), () -> {});
            }
        }
        step(() -> hands.frame().navigator().go(Place.FILES));
        frame();
        picture("unlock-work", () -> hands.frame().lock());
        recovery();
        return List.copyOf(stops);
    }

    private static List<Place> frameless() {
        return List.of(Place.HOME, Place.KEYS, Place.FILES, Place.AUDIT, Place.ROTATION, Place.ACCESS, Place.REGIONS, Place.COST, Place.HEALTH, Place.SETTINGS);
    }

    private void firstRun() {
        picture("first-run-1-welcome", () -> shell.showFirstRun(scratch.resolve("new").resolve("personal.keyhold")));
        picture("first-run-2-where", () -> hands.press("#create"));
        step(() -> hands.press("#next"));
        step(() -> hands.type("#new-passphrase"));
        picture("first-run-3-passphrase", () -> hands.type("#repeat-passphrase"));
        picture("first-run-4-recovery", () -> hands.press("#next"));
        step(() -> hands.press("#skip"));
        step(() -> hands.write("#waiver", FirstRunModel.waiver()));
        picture("first-run-5-keys", () -> hands.press("#next"));
        picture("first-run-6-done", () -> hands.press("#next"));
    }

    private void unlock() {
        picture("unlock", () -> shell.showUnlock(vault.folder()));
        step(() -> hands.type("#passphrase"));
        step(() -> hands.press("#unlock"));
        picture("unlock-wrong", () -> {});
    }

    /// The ways back in: the sheet, and a backup held against today.
    private void recovery() {
        picture("unlock-help", () -> hands.press("#cant-unlock"));
        step(() -> shell.showRecover(vault.folder()));
        step(() -> hands.write("#recovery-words", "lantern quartz meadow violin"));
        picture("recover", () -> hands.type("#new-passphrase"));
        Path backup = samples.place("monday.backup");
        vault.client().call(new Backup.Request(backup.toString()));
        step(shell::showRestore);
        step(() -> hands.write("#backup", backup.toString()));
        step(() -> hands.type("#backup-passphrase", passphrase));
        step(() -> hands.press("#look-into"));
        picture("restore", () -> hands.press("#compare"));
    }

    private void frame() {
        picture("palette", () -> hands.frame().palette());
        picture("palette-search", () -> hands.write("#palette-query", "rot"));
        step(hands::closeOverlay);
        picture("help", () -> hands.frame().help());
        step(hands::closeOverlay);
        picture("keyboard", () -> hands.frame().shortcuts());
        step(hands::closeOverlay);
    }

    private void files() {
        picture("files-1-empty", () -> {});
        step(() -> take(samples.letter(), samples.plan(), samples.photos(), samples.contracts()));
        picture("files-2-sheet", () -> hands.write("#context-value", "archive"));
        step(() -> hands.press("#add-key"));
        picture("files-2-archive", () -> hands.choose("#archive"));
        step(() -> hands.choose("#each"));
        step(() -> hands.press("#start"));
        settle();
        step(() -> SampleFiles.damage(samples.encrypted(samples.plan())));
        step(() -> take(samples.encrypted(samples.letter())));
        picture("files-3-decrypt", () -> {});
        step(() -> take(samples.encrypted(samples.letter()), samples.uncommitted(keyArn())));
        picture("files-3-question", () -> hands.press("#start"));
        step(hands::closeOverlay);
        step(() -> take(samples.encrypted(samples.letter()), samples.encrypted(samples.plan()), samples.returned()));
        step(() -> hands.press("#start"));
        settle();
        picture("files-5-result", () -> hands.pressSpoken("Details of returned/"));
        step(hands::closeOverlay);
        step(() -> take(samples.large()));
        step(() -> hands.press("#start"));
        picture("files-4-work", () -> hands.press("#pauseAll"));
        step(() -> hands.frame().navigator().go(Place.SETTINGS));
        picture("drop-overlay", () -> hover(hands.find(".status-bar")));
        step(() -> hands.frame().hoverEnds());
    }

    private void settle() {
        stops.add(new Stop("jobs", () -> {}, this::noJobs, false));
    }

    private void hover(Node under) {
        hands.frame().hover(under, List.of(samples.letter(), samples.contracts(), samples.encrypted(samples.letter())));
    }

    /// A key that takes files, and one that says why it does not.
    private void drops() {
        step(() -> hands.showTab("Overview"));
        picture("keys-drop", () -> hands.row("alias/payroll").ifPresent(this::hover));
        picture("keys-drop-refused", () -> hands.row("alias/release-signing").ifPresent(this::hover));
        step(() -> hands.frame().hoverEnds());
    }

    private void keys() {
        step(() -> hands.frame().navigator().open(Place.KEYS, keyId()));
        picture("keys", () -> {});
        for (String tab : List.of("Crypto", "Policy", "Grants", "Rotation", "Files", "Names", "Try it", "History")) {
            picture("keys-" + tab.toLowerCase(Locale.ROOT).replace(' ', '-'), () -> hands.showTab(tab));
        }
        step(() -> hands.showTab("Grants"));
        picture("keys-create-grant", () -> hands.press("#create-grant"));
        step(hands::closeOverlay);
        policy();
        createKey();
        drops();
    }

    private void policy() {
        step(() -> hands.showTab("Policy"));
        picture("keys-policy-json", () -> hands.toggle("JSON"));
        step(() -> hands.toggle("Form"));
        step(() -> hands.press("#add-statement"));
        picture("keys-policy-save", () -> hands.press("#save-key-policy"));
        step(hands::closeOverlay);
        step(() -> hands.press("#revert-key-policy"));
    }

    /// All five steps of a key whose material is brought along, and the steps of bringing it.
    private void createKey() {
        step(() -> hands.command("Create key"));
        picture("keys-create", () -> hands.toggle("Advanced: exact kind and where its material comes from"));
        step(() -> hands.choose(".create-key #source", 1));
        step(() -> hands.press(".create-key #next"));
        picture("keys-create-2-name", () -> hands.write(".create-key #name", "brought-along"));
        picture("keys-create-3-who", () -> hands.press(".create-key #more"));
        picture("keys-create-4-life", () -> hands.press(".create-key #next"));
        picture("keys-create-5-review", () -> hands.press(".create-key #next"));
        picture("keys-import-1-way", () -> hands.press(".create-key #next"));
        step(() -> hands.choose("#elsewhere"));
        picture("keys-import-2-parameters", () -> hands.press(".import-material #next"));
        picture("keys-import-3-wrap", () -> hands.press(".import-material #next"));
        picture("keys-import-4-wrapped", () -> hands.press(".import-material #next"));
        step(hands::closeOverlay);
    }

    private void access() {
        picture("access", () -> hands.chooseInTable(1));
        picture("access-key-new", () -> hands.press("#create-access-key"));
        step(hands::closeOverlay);
        picture("access-keys", () -> {});
        step(() -> hands.press("#set-boundary"));
        picture("access-editor", () -> hands.writeLong("#policy-text", FLAWED));
        step(hands::closeOverlay);
        picture("access-roles", () -> hands.toggle("Roles"));
        picture("access-services", () -> hands.toggle("Services"));
        step(() -> hands.toggle("Who may do what"));
        picture("access-matrix", () -> hands.chooseCell("#matrix", 1, 2));
        picture("access-may-they", () -> hands.command("May they?"));
        step(() -> hands.choose("#simulated-who", 1));
        step(() -> hands.choose("#simulated-what", 0));
        step(() -> hands.press("#add-fact"));
        picture("access-answer", () -> hands.press("#ask"));
        step(() -> hands.choose("#ask-everybody"));
        picture("access-who-can", () -> hands.press("#ask"));
        step(() -> hands.toggle("People"));
    }

    private void regions() {
        step(() -> vault.client()
                .call(new AddRegion.Request("eu-west-1", scratch.resolve("stick").toString(), Optional.of(true))));
        step(() -> hands.command("Look at Regions"));
        picture("regions", () -> hands.chooseInTable(1));
        picture("regions-promote", () -> hands.press("#promote-region"));
        step(hands::closeOverlay);
        picture("regions-add", () -> hands.press("#add-region"));
        step(hands::closeOverlay);
    }

    private void health() {
        picture("health-before", () -> {});
        step(() -> hands.press("#run-all"));
        picture("health", () -> hands.chooseInList(7));
    }

    private void audit() {
        step(() -> hands.command("Show all events"));
        picture("audit", () -> hands.chooseInList(2));
        picture("audit-json", () -> hands.toggle("Show JSON"));
        step(() -> hands.toggle("Show JSON"));
    }

    private void rotation() {
        picture("rotation", () -> {});
        step(() -> hands.chooseInList(3));
        picture("rotation-draft", () -> hands.command("Rotate 30 days later"));
        step(() -> hands.frame().navigator().currentScreen().escape());
        picture("rotation-month", () -> hands.toggle("Month"));
        picture("rotation-agenda", () -> hands.toggle("Agenda"));
    }

    private void cost() {
        picture("cost", () -> {});
        picture("cost-key", () -> hands.chooseInTable(1));
        step(() -> hands.command("Show the cost of all keys"));
        picture("cost-months", () -> hands.toggle("By month"));
        picture("cost-prices", () -> hands.command("Show the prices"));
        step(hands::closeOverlay);
    }

    private void settings() {
        picture("settings", () -> {});
        picture("settings-search", () -> hands.write("#settings-query", "lock"));
        step(() -> hands.write("#settings-query", ""));
        picture("settings-passphrase", () -> hands.press("#change-passphrase"));
        step(hands::closeOverlay);
        step(() -> hands.press("#renew-sheet"));
        picture("settings-sheet", () -> hands.press("#make-sheet"));
        step(() -> hands.press("#sheet-done"));
        step(hands::closeOverlay);
    }

    private String keyArn() {
        return vault.client().call(DescribeKey.Request.of(FirstRun.MY_FILES)).keyMetadata().arn();
    }

    /// The key with most names has most to show.
    private String keyId() {
        return vault.client().call(new QueryKeys.Request("tour")).keys().stream()
                .max(Comparator.comparingInt(key -> key.aliases().size()))
                .map(QueryKeys.KeyRow::keyId)
                .orElseThrow();
    }

    private void picture(String name, Runnable arrive) {
        stops.add(new Stop(name, arrive, () -> true, true));
    }

    private void step(Runnable arrive) {
        stops.add(new Stop("step-" + stops.size(), arrive, () -> true, false));
    }

    private void take(Path... files) {
        ((DropReceiver) hands.frame().navigator().screen(Place.FILES)).drop(List.of(files));
    }

    private boolean noJobs() {
        return hands.frame().navigator().context().status().jobsProperty().get().isEmpty();
    }
}
