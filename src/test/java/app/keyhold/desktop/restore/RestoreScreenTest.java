package app.keyhold.desktop.restore;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.firstrun.NoWays;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.theme.Theme;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.desktop.OneStage;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.Backup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A backup, a vault that went on since, and a person who wants to know before anything is written.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class RestoreScreenTest {
    @TempDir
    static Path temporary;

    private final Background background = Background.onFxThread();
    private final AtomicReference<OpenVault> opened = new AtomicReference<>();
    private Path folder;
    private Path file;
    private DesktopFixture fixture;
    private RestoreController page;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory(temporary, "restore");
        file = folder.resolve("monday.backup");
        fixture = new DesktopFixture(folder);
        try (var vault = fixture.create()) {
            key(vault.client(), "archive");
            vault.client().call(new Backup.Request(file.toString()));
            key(vault.client(), "payroll");
            String id = vault.client()
                    .call(app.keyhold.kms.operation.key.DescribeKey.Request.of(FirstRun.MY_FILES))
                    .keyMetadata()
                    .keyId();
            vault.client().call(new DisableKey.Request(id));
        }
        var model = new RestoreModel(fixture.wiring.vaults(), List.of(fixture.folder), background, opened::set);
        page = new RestoreController(model, new Formats(Clock.systemUTC()), new NoWays(), () -> {});
        var scene = new Scene(new StackPane(page.root()), 980, 980);
        Theme.dress(scene, false, 100);
        OneStage.show(stage, scene);
        stage.show();
        desk = new DesktopRobot(scene);
    }

    private static void key(Client client, String name) {
        String id = client.call(CreateKey.Request.of(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, name))
                .keyMetadata()
                .keyId();
        client.call(new CreateAlias.Request("alias/" + name, id));
    }

    @AfterEach
    void stop() {
        Optional.ofNullable(opened.get()).ifPresent(OpenVault::lock);
        desk.run(page::dispose);
        background.close();
    }

    private void choose() {
        desk.run(() -> page.choose(file));
        desk.waitFor("what it says", () -> desk.find("#backup-says", Banner.class).isVisible());
    }

    private void look() {
        choose();
        desk.type("#backup-passphrase", DesktopFixture.PASSPHRASE);
        desk.press("#look-into");
        desk.waitFor("what is in it", () -> page.root().lookup("#comparison").isVisible()
                && page.root().lookup("#restore-now").isVisible());
    }

    private List<String> rows() {
        var rows = new ArrayList<String>();
        for (Object row : desk.find("#comparison", TableView.class).getItems()) {
            var line = (Comparison.Line) row;
            rows.add(line.name() + line.difference().map(found -> " " + found.name()).orElse(""));
        }
        return rows;
    }

    @Test
    void saysWhatTheBackupIsBeforeThePassphrase() {
        choose();

        assertThat(desk.find("#backup-says", Banner.class).message()).contains("2 keys").contains("us-east-1");
    }

    @Test
    void showsWhatIsInItAndWritesNothing() {
        look();

        assertThat(rows()).containsExactly("alias/archive", "alias/my-files");
        assertThat(Path.of(desk.find("#new-folder", TextField.class).getText())).doesNotExist();
        assertThat(opened.get()).isNull();
    }

    @Test
    void comparesWithTheVaultOfToday() {
        look();
        desk.press("#compare");
        desk.waitFor("the differences", () -> rows().size() == 3);

        assertThat(rows())
                .containsExactly("alias/my-files OLDER", "alias/payroll ONLY_TODAY", "alias/archive SAME");
        assertThat(((Labeled) page.root().lookup("#comparison-sentence")).getText())
                .startsWith("One key is the same, 1 older in the backup, 0 newer, 0 only in the backup, 1 only here now.");
    }

    @Test
    void restoresIntoANewFolder() {
        look();
        desk.press("#restore-now");
        desk.waitFor("the restored vault", () -> opened.get() != null);

        assertThat(opened.get().folder()).isEqualTo(folder.resolve("restored.keyhold"));
        assertThat(fixture.folder).exists();
    }

    @Test
    void saysThatThePassphraseIsWrong() {
        choose();
        desk.type("#backup-passphrase", "wrong");
        desk.press("#look-into");

        desk.waitFor("the refusal", () -> desk.find("#restore-problem", Banner.class).isVisible());
        assertThat(page.root().lookup("#restore-now").isVisible()).isFalse();
    }
}
