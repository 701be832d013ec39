package app.keyhold.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.SeededVault;
import app.keyhold.vault.operation.MeasureUnlock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockSettingsModelTest {
    private static final String PASSPHRASE = "correct horse battery staple";
    private static final String NEXT = "gravel orbit candle nineteen";

    private final List<String> said = new ArrayList<>();
    private SeededVault vault;
    private UnlockSettingsModel model;
    private int done;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new UnlockSettingsModel(vault.client(), vault.background(), "test", "owner", said::add);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aNewPassphraseTakesTheOldOnesPlace() {
        change(PASSPHRASE, NEXT);
        assertThat(said).containsExactly("Your passphrase is changed. No known copy opens with the old one.");

        change(PASSPHRASE, NEXT);
        assertThat(model.problemProperty().get()).isPresent();
        change(NEXT, PASSPHRASE);
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(done).isEqualTo(2);
    }

    @Test
    void recalibratingMakesAGuessDearerAndKeepsThePassphrase() {
        model.recalibrate(secret(PASSPHRASE), Optional.empty(), () -> done++);

        assertThat(said).singleElement().asString().contains("Argon2id");
        assertThat(vault.client().call(new MeasureUnlock.Request()).slots().getFirst().verdict())
                .isNotEqualTo(MeasureUnlock.Verdict.WEAK);
        change(PASSPHRASE, NEXT);
        assertThat(done).isEqualTo(2);
    }

    @Test
    void aWrongPassphraseChangesNothingAndIsSaid() {
        model.recalibrate(secret("not the passphrase"), Optional.empty(), () -> done++);

        assertThat(model.problemProperty().get()).isPresent();
        assertThat(model.workingProperty().get()).isFalse();
        assertThat(done).isZero();
    }

    @Test
    void aNewSheetIsProvenByTwoOfItsWordsAndForgotten() {
        model.makeSheet();
        List<String> words = model.sheetProperty().get().orElseThrow().wordList();

        assertThat(words).hasSize(24);
        assertThat(model.isWord(7, " " + words.get(6) + " ")).isTrue();
        assertThat(model.isWord(19, "nonsense")).isFalse();

        model.forgetSheet();
        assertThat(model.sheetProperty().get()).isEmpty();
        assertThat(model.isWord(7, words.get(6))).isFalse();
    }

    @Test
    void theVaultRemembersThatASheetWasTested() {
        model.load();
        assertThat(sheet()).isEqualTo(new UnlockSettingsModel.SheetState(false, Optional.empty()));

        model.makeSheet();
        String words = String.join(" ", model.sheetProperty().get().orElseThrow().wordList());
        assertThat(sheet()).isEqualTo(new UnlockSettingsModel.SheetState(true, Optional.empty()));
        model.confirmSheet(() -> done++);
        assertThat(sheet().tested()).contains(SeededVault.NOW);

        vault.clock().turnTo(SeededVault.NOW.plusSeconds(60));
        model.testSheet(secret("not the words"), () -> done++);
        assertThat(model.problemProperty().get()).isPresent();
        model.testSheet(secret(words), () -> done++);
        assertThat(sheet().tested()).contains(SeededVault.NOW.plusSeconds(60));
        assertThat(done).isEqualTo(2);
    }

    private UnlockSettingsModel.SheetState sheet() {
        return model.sheetStateProperty().get().orElseThrow();
    }

    private void change(String current, String next) {
        model.changePassphrase(secret(current), Optional.empty(), secret(next), Optional.empty(), () -> done++);
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }
}
