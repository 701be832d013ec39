package app.keyhold.desktop.due;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.Wiring;
import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.operation.Backup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A vault whose computer's clock jumped by years: the deletion waits above every screen until both dates were seen and
/// one was confirmed. The schedule, the door and the window are the real ones.
@ExtendWith(ApplicationExtension.class)
class DueScreenTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    static Path temporary;

    private final TurnedClock clock = new TurnedClock();
    private ShellWindow window;
    private Shell shell;
    private DesktopRobot desk;
    private Path backup;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "due");
        backup = folder.resolve("monday.keyhold-backup");
        var wiring = new Wiring(clock, folder.resolve("state"));
        try (var made = wiring.vaults().create(wanted(folder.resolve("v.keyhold")))) {
            String keyId = made.client().call(CreateKey.Request.symmetric("")).keyMetadata().keyId();
            made.client().call(new CreateAlias.Request("alias/old-laptop", keyId));
            made.client().call(new Backup.Request(backup.toString()));
            made.client().call(ScheduleKeyDeletion.Request.of(keyId, 7));
        }
        // Announced at an unlock, as the second witness wants it; only the clock is left to be believed.
        open(wiring, folder).close();
        clock.now = START.plus(Duration.ofDays(5 * 365));
        var parts = DesktopParts.of(wiring.vaults(), wiring::files, clock, DesktopPreferences.inMemory())
                .withTimetables(wiring::timetable)
                .showing(open(wiring, folder));
        window = ShellWindow.show(stage, parts);
        shell = window.shell();
        desk = window.robot();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void theKeyStaysUntilTheDateWasConfirmedWithBothDatesInView(FxRobot robot) {
        var formats = new Formats(clock);
        desk.waitFor("the note", () -> words(robot, ".due-note").contains(formats.date(START)));
        assertThat(words(robot, ".due-note")).contains(formats.date(clock.now)).contains("old-laptop");
        assertThat(keys()).contains("alias/old-laptop");

        desk.press("#confirm-date");
        desk.waitFor("the dialog", () -> robot.lookup("#date-is-right").tryQuery().isPresent());
        assertThat(words(robot, ".dialog-box")).contains(formats.date(START)).contains(formats.date(clock.now));

        desk.press("#date-is-right");
        desk.waitFor("the deletion", () -> words(robot, ".due-note").contains("Deleted as scheduled: old-laptop."));
        assertThat(words(robot, ".due-note")).contains(backup.toString());
        assertThat(keys()).doesNotContain("alias/old-laptop");
    }

    private String keys() {
        Client client = shell.frame().orElseThrow().navigator().context().client();
        return client.call(new QueryKeys.Request("test")).keys().toString();
    }

    private static String words(FxRobot robot, String around) {
        return robot.from(robot.lookup(around).queryAll()).lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }

    private static OpenVault open(Wiring wiring, Path folder) {
        return wiring.vaults()
                .unlock(
                        folder.resolve("v.keyhold"),
                        Unlocking.as("owner", DesktopFixture.secret(DesktopFixture.PASSPHRASE), "desktop"));
    }

    private static NewVault wanted(Path folder) {
        return new NewVault(
                folder,
                Optional.empty(),
                "us-east-1",
                DesktopFixture.secret(DesktopFixture.PASSPHRASE),
                Optional.empty(),
                DesktopFixture.CHEAP,
                "desktop",
                false);
    }

    private static final class TurnedClock extends Clock {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Screens are shown in one zone");
        }
    }
}
