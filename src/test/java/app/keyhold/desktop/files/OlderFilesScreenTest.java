package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Place;
import app.keyhold.files.EncryptOrder;
import app.keyhold.files.FileService;
import app.keyhold.files.Progress;
import app.keyhold.files.Sealing;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.vault.FirstRun;
import java.nio.file.Files;
import java.nio.file.Path;
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

/// A key was rotated; of two files it encrypted, the vault knows where one is.
@ExtendWith(ApplicationExtension.class)
class OlderFilesScreenTest {
    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Path known;
    private Path nameless;
    private String before;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "older");
        var fixture = new DesktopFixture(folder);
        var vault = fixture.create();
        FileService files = fixture.wiring.files(vault);
        known = encrypt(files, Files.writeString(folder.resolve("plan.txt"), "Plans"), true);
        nameless = encrypt(files, Files.writeString(folder.resolve("diary.txt"), "Dear"), false);
        files.remember();
        var key = vault.client().call(DescribeKey.Request.of(FirstRun.MY_FILES)).keyMetadata();
        vault.client().call(new RotateKeyOnDemand.Request(key.keyId()));
        before = message(known);
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        desk = window.robot();
        window.navigator().go(Place.FILES);
    }

    private static Path encrypt(FileService files, Path source, boolean rememberPath) {
        files.encrypt(
                EncryptOrder.of(source, Sealing.under(FirstRun.MY_FILES)).rememberingPath(Optional.of(rememberPath)),
                Progress.none());
        return source.resolveSibling(source.getFileName() + ".khd");
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void offersToPutThemOntoTheNewestMaterialAndDoes(FxRobot robot) {
        String other = message(nameless);
        desk.waitFor("the offer", () -> words(robot).contains("1 file is on older material: plan.txt.khd."));

        desk.press("#reencrypt-older");

        desk.waitFor("the new file", () -> !message(known).equals(before));
        desk.waitFor("its row", () -> words(robot).contains("Re-encrypted, verified"));
        assertThat(message(nameless)).isEqualTo(other);
        desk.waitFor("no offer any more", () -> robot.lookup("#reencrypt-older").tryQuery().isEmpty());
    }

    @Test
    void isPutOffByAWord(FxRobot robot) {
        desk.waitFor("the offer", () -> robot.lookup("#older-not-now").tryQuery().isPresent());

        desk.press("#older-not-now");

        desk.waitFor("no offer any more", () -> robot.lookup("#reencrypt-older").tryQuery().isEmpty());
        assertThat(message(known)).isEqualTo(before);
    }

    private static String message(Path file) {
        return FileService.inspect(file).messageId();
    }

    private static String words(FxRobot robot) {
        return robot.lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
