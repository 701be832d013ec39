package app.keyhold.desktop.keys;

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
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a key protects: one file on older material, one on the newest.
@ExtendWith(ApplicationExtension.class)
class KnownFilesScreenTest {
    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Path plan;
    private String key;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "known");
        var fixture = new DesktopFixture(folder);
        var vault = fixture.create();
        FileService files = fixture.wiring.files(vault);
        plan = encrypt(files, Files.writeString(folder.resolve("plan.txt"), "Plans"), true);
        files.remember();
        key = vault.client().call(DescribeKey.Request.of(FirstRun.MY_FILES)).keyMetadata().keyId();
        vault.client().call(new RotateKeyOnDemand.Request(key));
        encrypt(files, Files.writeString(folder.resolve("diary.txt"), "Dear"), false);
        files.remember();
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        desk = window.robot();
        window.navigator().open(Place.KEYS, key);
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
    void aKeyShowsItsFilesAndPutsOlderOnesOntoTheNewestMaterial(FxRobot robot) {
        String before = FileService.inspect(plan).messageId();
        desk.waitFor("the key", () -> words(robot).contains("alias/my-files"));
        robot.interact(() -> {
            var tabs = robot.lookup(".key-tabs").queryAs(TabPane.class);
            tabs.getTabs().stream()
                    .filter(tab -> tab.getText().equals("Files"))
                    .forEach(tabs.getSelectionModel()::select);
        });
        desk.waitFor("its files", () -> words(robot).contains("2 known files, 1 on older material"));
        assertThat(words(robot)).contains("plan.txt.khd", "Older", "Current");

        desk.press("#reencrypt-known");

        desk.waitFor("the new file", () -> !FileService.inspect(plan).messageId().equals(before));
        desk.waitFor("its row", () -> words(robot).contains("Re-encrypted, verified"));
    }

    private static String words(FxRobot robot) {
        return robot.lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
