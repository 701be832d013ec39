package app.keyhold.desktop.tour;

import app.keyhold.desktop.Shell;
import app.keyhold.desktop.access.AccessController;
import app.keyhold.desktop.audit.AuditController;
import app.keyhold.desktop.cost.CostController;
import app.keyhold.desktop.files.FilesController;
import app.keyhold.desktop.firstrun.FirstRunModel;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.regions.RegionsController;
import app.keyhold.desktop.rotation.RotationController;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.Backup;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
    private final Route route = new Route();

    /// @param passphrase the vault's
    Itinerary(OpenVault vault, String passphrase, Path scratch, Shell shell, Hands hands) {
        this.vault = vault;
        this.passphrase = passphrase;
        this.scratch = scratch;
        this.shell = shell;
        this.hands = hands;
        this.samples = new SampleFiles(scratch.resolve("samples"));
    }

    List<Stop> stops() {
        firstRun();
        unlock();
        route.picture("schedule", () -> shell.opened(vault));
        route.step(() -> hands.pressAll(".due-note .flat"));
        for (Place place : frameless()) {
            route.step(() -> hands.frame().navigator().go(place));
            switch (place) {
                case KEYS -> new KeyStops(vault, samples, hands, route).add();
                case FILES -> files();
                case AUDIT -> audit();
                case ROTATION -> rotation();
                case COST -> cost();
                case ACCESS -> access();
                case REGIONS -> regions();
                case HEALTH -> health();
                case SETTINGS -> settings();
                case HOME -> route.picture(place.name().toLowerCase(Locale.ROOT), () -> {});
            }
        }
        route.step(() -> hands.frame().navigator().go(Place.FILES));
        frame();
        route.picture("unlock-work", () -> hands.frame().lock());
        recovery();
        return route.stops();
    }

    private static List<Place> frameless() {
        return List.of(Place.HOME, Place.KEYS, Place.FILES, Place.AUDIT, Place.ROTATION, Place.ACCESS, Place.REGIONS, Place.COST, Place.HEALTH, Place.SETTINGS);
    }

    private void firstRun() {
        route.picture("first-run-1-welcome", () -> shell.showFirstRun(scratch.resolve("new").resolve("personal.keyhold")));
        route.picture("first-run-2-where", () -> hands.press("#create"));
        route.step(() -> hands.press("#next"));
        route.step(() -> hands.type("#new-passphrase"));
        route.picture("first-run-3-passphrase", () -> hands.type("#repeat-passphrase"));
        route.picture("first-run-4-recovery", () -> hands.press("#next"));
        route.step(() -> hands.press("#skip"));
        route.step(() -> hands.write("#waiver", FirstRunModel.waiver()));
        route.picture("first-run-5-keys", () -> hands.press("#next"));
        route.picture("first-run-6-done", () -> hands.press("#next"));
    }

    private void unlock() {
        route.picture("unlock", () -> shell.showUnlock(vault.folder()));
        route.step(() -> hands.type("#passphrase"));
        route.step(() -> hands.press("#unlock"));
        route.picture("unlock-wrong", () -> {});
    }

    /// The ways back in: the sheet, and a backup held against today.
    private void recovery() {
        route.picture("unlock-help", () -> hands.press("#cant-unlock"));
        route.step(() -> shell.showRecover(vault.folder()));
        route.step(() -> hands.write("#recovery-words", "lantern quartz meadow violin"));
        route.picture("recover", () -> hands.type("#new-passphrase"));
        Path backup = samples.place("monday.backup");
        vault.client().call(new Backup.Request(backup.toString()));
        route.step(shell::showRestore);
        route.step(() -> hands.write("#backup", backup.toString()));
        route.step(() -> hands.type("#backup-passphrase", passphrase));
        route.step(() -> hands.press("#look-into"));
        route.picture("restore", () -> hands.press("#compare"));
    }

    private void frame() {
        route.picture("palette", () -> hands.frame().palette());
        route.picture("palette-search", () -> hands.write("#palette-query", "rot"));
        route.step(hands::closeOverlay);
        route.picture("help", () -> hands.frame().help());
        route.step(hands::closeOverlay);
        route.picture("keyboard", () -> hands.frame().shortcuts());
        route.step(hands::closeOverlay);
    }

    private void files() {
        route.picture("files-1-empty", () -> {});
        route.step(() -> take(samples.letter(), samples.plan(), samples.photos(), samples.contracts()));
        route.picture("files-2-sheet", () -> hands.write("#context-value", "archive"));
        route.step(() -> hands.press("#add-key"));
        route.picture("files-2-archive", () -> hands.press("#archive"));
        route.step(() -> hands.press("#each"));
        route.step(() -> hands.press("#start"));
        settle();
        route.step(() -> SampleFiles.damage(samples.encrypted(samples.plan())));
        route.step(() -> take(samples.encrypted(samples.letter())));
        route.picture("files-3-decrypt", () -> {});
        route.step(() -> take(samples.encrypted(samples.letter()), samples.uncommitted(keyArn())));
        route.picture("files-3-question", () -> hands.press("#start"));
        route.step(hands::closeOverlay);
        route.step(() -> take(samples.encrypted(samples.letter()), samples.encrypted(samples.plan()), samples.returned()));
        route.step(() -> hands.press("#start"));
        settle();
        route.picture("files-5-result", () -> hands.pressSpoken(FilesController.class, "job.detailsSpoken", "returned/"));
        route.step(hands::closeOverlay);
        route.step(() -> take(samples.large()));
        route.step(() -> hands.press("#start"));
        route.picture("files-4-work", () -> hands.press("#pauseAll"));
        route.step(() -> hands.frame().navigator().go(Place.SETTINGS));
        route.picture("drop-overlay", () -> hands.find(".status-bar").ifPresent(bar -> hands.hover(bar, samples.some())));
        route.step(() -> hands.frame().hoverEnds());
    }

    private void settle() {
        route.waitFor("jobs", this::noJobs);
    }

    private void access() {
        route.picture("access", () -> hands.chooseInTable(1));
        route.picture("access-key-new", () -> hands.press("#create-access-key"));
        route.step(hands::closeOverlay);
        route.picture("access-keys", () -> {});
        route.step(() -> hands.press("#set-boundary"));
        route.picture("access-editor", () -> hands.write("#policy-text", FLAWED));
        route.step(hands::closeOverlay);
        route.picture("access-roles", () -> hands.press("#access-roles"));
        route.picture("access-services", () -> hands.press("#access-services"));
        route.step(() -> hands.press("#access-matrix"));
        route.picture("access-matrix", () -> hands.chooseCell("#matrix", 1, 2));
        route.picture("access-may-they", () -> hands.command(AccessController.class, "command.ask"));
        route.step(() -> hands.chooseOf("#simulated-who", 1));
        route.step(() -> hands.chooseOf("#simulated-what", 0));
        route.step(() -> hands.press("#add-fact"));
        route.picture("access-answer", () -> hands.press("#ask"));
        route.step(() -> hands.press("#ask-everybody"));
        route.picture("access-who-can", () -> hands.press("#ask"));
        route.step(() -> hands.press("#access-people"));
    }

    private void regions() {
        route.apart(() -> vault.client()
                .call(new AddRegion.Request("eu-west-1", scratch.resolve("stick").toString(), Optional.of(true))));
        route.step(() -> hands.command(RegionsController.class, "command.look"));
        route.picture("regions", () -> hands.chooseInTable(1));
        route.picture("regions-promote", () -> hands.press("#promote-region"));
        route.step(hands::closeOverlay);
        route.picture("regions-add", () -> hands.press("#add-region"));
        route.step(hands::closeOverlay);
    }

    private void health() {
        route.picture("health-before", () -> {});
        route.step(() -> hands.press("#run-all"));
        route.picture("health", () -> hands.chooseInList(7));
    }

    private void audit() {
        route.step(() -> hands.command(AuditController.class, "command.all"));
        route.picture("audit", () -> hands.chooseInList(2));
        route.picture("audit-json", () -> hands.press("#showJson"));
        route.step(() -> hands.press("#showJson"));
    }

    private void rotation() {
        route.picture("rotation", () -> {});
        route.step(() -> hands.chooseInList(".gantt", 3));
        route.picture("rotation-draft", () -> hands.command(RotationController.class, "command.later"));
        route.step(() -> hands.frame().navigator().currentScreen().escape());
        route.picture("rotation-grouped", () -> hands.chooseOf("#rotation-grouping", 1));
        route.picture("rotation-month", () -> hands.press("#rotation-month"));
        route.picture("rotation-agenda", () -> hands.press("#rotation-agenda"));
    }

    private void cost() {
        route.picture("cost", () -> {});
        route.picture("cost-key", () -> hands.chooseInTable(1));
        route.step(() -> hands.command(CostController.class, "command.all"));
        route.picture("cost-months", () -> hands.press("#cost-by-month"));
        route.picture("cost-prices", () -> hands.command(CostController.class, "command.prices"));
        route.step(hands::closeOverlay);
    }

    private void settings() {
        route.picture("settings", () -> {});
        route.picture("settings-search", () -> hands.write("#settings-query", "lock"));
        route.step(() -> hands.write("#settings-query", ""));
        route.picture("settings-passphrase", () -> hands.press("#change-passphrase"));
        route.step(hands::closeOverlay);
        route.step(() -> hands.press("#renew-sheet"));
        route.picture("settings-sheet", () -> hands.press("#make-sheet"));
        route.step(hands::closeOverlay);
        route.step(() -> hands.press("#test-sheet"));
        route.picture("settings-sheet-test", () -> hands.write("#recovery-words", "lantern quartz meadow violin"));
        route.step(hands::closeOverlay);
    }

    private String keyArn() {
        return vault.client().call(DescribeKey.Request.of(FirstRun.MY_FILES)).keyMetadata().arn();
    }

    private void take(Path... files) {
        ((DropReceiver) hands.frame().navigator().screen(Place.FILES)).drop(List.of(files));
    }

    private boolean noJobs() {
        return hands.frame().navigator().context().status().jobsProperty().get().isEmpty();
    }
}
