package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.files.EncryptOrder;
import app.keyhold.files.Progress;
import app.keyhold.files.Sealing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyorTest {
    @TempDir
    private Path temporary;

    @Test
    void tellsEncryptedFilesFromPlainOnesByContent() throws Exception {
        Path plain = Files.writeString(temporary.resolve("claims-to-be.khd"), "plain");
        Path encrypted = encrypted("letter.txt");
        Path renamed = Files.move(encrypted, temporary.resolve("no-suffix"));

        var survey = look(plain, renamed);

        assertThat(survey.encrypt().sources()).containsExactly(plain);
        assertThat(survey.decrypt().sources()).containsExactly(renamed);
    }

    @Test
    void countsTheFilesOfAFolder() throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("letters/2026"));
        Files.writeString(folder.resolve("may.txt"), "12345");
        Files.writeString(folder.resolve("june.txt"), "678");

        var group = look(temporary.resolve("letters")).encrypt();

        assertThat(group.files()).isEqualTo(2);
        assertThat(group.bytes()).isEqualTo(8);
    }

    @Test
    void takesAFolderOfEncryptedFilesForDecryption() throws Exception {
        Path encrypted = encrypted("letter.txt");
        Path folder = Files.createDirectory(temporary.resolve("sealed"));
        Files.move(encrypted, folder.resolve("letter.txt.khd"));

        assertThat(look(folder).decrypt().sources()).containsExactly(folder);
    }

    @Test
    void stopsCountingWhenCancelled() throws Exception {
        Files.writeString(temporary.resolve("one"), "1");
        Files.writeString(temporary.resolve("two"), "2");

        var survey = new Surveyor(() -> true, _ -> {}).look(List.of(temporary));

        assertThat(survey.files()).isEqualTo(1);
    }

    private static Survey look(Path... sources) throws Exception {
        return new Surveyor(() -> false, _ -> {}).look(List.of(sources));
    }

    private Path encrypted(String name) throws Exception {
        Path plain = Files.writeString(temporary.resolve(name), "Dear Eva");
        var fixture = new DesktopFixture(temporary.resolve("vault"));
        try (var vault = fixture.create()) {
            fixture.wiring.files(vault).encrypt(EncryptOrder.of(plain, Sealing.under("alias/my-files")), Progress.none());
        }
        return temporary.resolve(name + ".khd");
    }
}
