package app.keyhold.desktop.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.OneStage;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.theme.Appearance;
import app.keyhold.desktop.theme.Theme;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// From the welcome page to an open vault, as a person does it.
@Timeout(120)
class FirstRunTest {
    @TempDir
    private Path temporary;

    private final Background background = Background.onFxThread();
    private final AtomicReference<OpenVault> finished = new AtomicReference<>();
    private DesktopFixture fixture;
    private FirstRunModel model;
    private Scene scene;
    private DesktopRobot robot;

    @BeforeEach
    void open() throws Exception {
        fixture = new DesktopFixture(temporary);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::show);
    }

    private void show(Stage stage) {
        model = new FirstRunModel(
                fixture.wiring.vaults(),
                fixture.folder,
                background,
                () -> new Calibration(DesktopFixture.CHEAP, Duration.ofMillis(80)));
        var controller = new FirstRunController(model, new TestWays(), new Appearance());
        scene = new Scene(new StackPane(controller.root()), 980, 700);
        Theme.dress(scene, false, 100);
        OneStage.show(stage, scene);
        stage.show();
        robot = new DesktopRobot(scene);
    }

    @AfterEach
    void close() {
        model.vault().ifPresent(OpenVault::lock);
        background.close();
    }

    @Test
    void makesAVaultThatOpensWithThePassphraseAndTheWords() {
        createTheVault();
        List<String> words = List.copyOf(model.sheetProperty().get().orElseThrow().wordList());
        robot.type("#word-7", words.get(6));
        robot.type("#word-19", words.get(18));
        robot.press("#next");
        robot.press("#next");
        robot.waitFor("the last page", () -> model.stepProperty().get() == Step.DONE);
        robot.press("#next");
        robot.waitFor("the open vault", () -> finished.get() != null);

        finished.get().lock();
        opens(DesktopFixture.PASSPHRASE);
        opens(String.join(" ", words));
    }

    @Test
    void aPagesFirstFieldHasTheKeyboardBeforeAnythingIsPainted() throws Exception {
        var owner = new CompletableFuture<Node>();
        Platform.runLater(() -> {
            model.next();
            Platform.runLater(() -> owner.complete(scene.getFocusOwner()));
        });
        assertThat(owner.get(10, TimeUnit.SECONDS)).isInstanceOf(TextField.class);
    }

    @Test
    void makesTheKeyForDroppedFiles() {
        createTheVault();

        var client = model.vault().orElseThrow().client();
        assertThat(client.call(DescribeKey.Request.of("alias/my-files")).keyMetadata().keyState())
                .hasToString("Enabled");
    }

    @Test
    void goesOnWithoutASheetOnlyWithTheTypedWaiver() {
        createTheVault();
        robot.press("#skip");
        robot.type("#waiver", "whatever");
        assertThat(robot.find("#next", Button.class).isDisabled()).isTrue();

        robot.run(() -> robot.find("#waiver", TextField.class).setText(FirstRunModel.waiver()));
        robot.press("#next");

        robot.waitFor("the next page", () -> model.stepProperty().get() == Step.SERVICE_KEYS);
    }

    @Test
    void forgetsTheWordsOnceTheyAreWrittenDown() {
        createTheVault();
        var sheet = model.sheetProperty().get().orElseThrow();
        robot.run(() -> {
            model.forgetSheet();
            model.next();
        });

        assertThat(sheet.words().isDestroyed()).isTrue();
    }

    @Test
    void refusesAWeakPassphrase() {
        robot.press("#create");
        robot.press("#next");
        robot.type("#new-passphrase", "password1");
        robot.type("#repeat-passphrase", "password1");
        robot.waitFor("the verdict", () -> !model.strengthProperty().get().word().isEmpty());

        assertThat(robot.find("#next", Button.class).isDisabled()).isTrue();
    }

    @Test
    void keepsWhatWasTypedWhenGoingBack() {
        robot.press("#create");
        robot.press("#next");
        robot.type("#new-passphrase", "lantern quartz");
        robot.press("#back");
        robot.waitFor("the page before", () -> model.stepProperty().get() == Step.PLACE);
        robot.press("#next");

        assertThat(robot.find("#new-passphrase", SecretField.class).secretLength()).isEqualTo(14);
    }

    private void createTheVault() {
        robot.press("#create");
        robot.press("#next");
        robot.type("#new-passphrase", DesktopFixture.PASSPHRASE);
        robot.type("#repeat-passphrase", DesktopFixture.PASSPHRASE);
        robot.press("#next");
        robot.waitFor("the recovery sheet", () -> model.sheetProperty().get().isPresent());
    }

    private void opens(String secret) {
        try (var passphrase = DesktopFixture.secret(secret);
                var vault = fixture.wiring
                        .vaults()
                        .unlock(fixture.folder, Unlocking.as("owner", passphrase, "desktop"))) {
            assertThat(vault.isLocked()).isFalse();
        }
    }

    private final class TestWays extends NoWays {
        @Override
        public void finished(OpenVault vault, List<Path> files) {
            finished.set(vault);
        }
    }
}
