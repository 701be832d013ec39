package app.keyhold.desktop.keys.trial;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.keys.KeyModel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryItModelTest {
    private SeededVault vault;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private TryItModel trying(String name) {
        KeyModel door = new KeyModel(vault.client(), vault.background(), "try-test", said -> {});
        door.open(Optional.of(vault.id(name)));
        return new TryItModel(door, door.keyProperty().get().orElseThrow().metadata());
    }

    private static String run(TryItModel model, Trial trial, String input) {
        model.trialProperty().set(trial);
        model.inputProperty().set(input);
        model.run();
        return model.outputProperty().get();
    }

    @Test
    void whatItEncryptsItDecrypts() {
        TryItModel model = trying("payroll");
        model.contextProperty().set("run=2026-11");
        assertThat(run(model, Trial.DECRYPT, run(model, Trial.ENCRYPT, "hello"))).isEqualTo("hello");
    }

    @Test
    void anotherContextIsRefusedInWords() {
        TryItModel model = trying("payroll");
        model.contextProperty().set("run=2026-11");
        String ciphertext = run(model, Trial.ENCRYPT, "hello");
        model.contextProperty().set("run=2026-12");
        run(model, Trial.DECRYPT, ciphertext);
        assertThat(model.problemProperty().get().orElseThrow().what()).contains("context is not the one");
    }

    @Test
    void aSignatureVerifies() {
        TryItModel model = trying("release-signing");
        model.proofProperty().set(run(model, Trial.SIGN, "v1.0"));
        assertThat(run(model, Trial.VERIFY, "v1.0")).isEqualTo("The signature is valid.");
    }

    @Test
    void aSignatureOfAnotherMessageDoesNot() {
        TryItModel model = trying("release-signing");
        model.proofProperty().set(run(model, Trial.SIGN, "v1.0"));
        run(model, Trial.VERIFY, "v1.1");
        assertThat(model.problemProperty().get().orElseThrow().what()).contains("not valid");
    }

    @Test
    void aMacVerifies() {
        TryItModel model = trying("webhook-mac");
        model.proofProperty().set(run(model, Trial.GENERATE_MAC, "order 7"));
        assertThat(run(model, Trial.VERIFY_MAC, "order 7")).isEqualTo("The MAC is valid.");
    }

    @Test
    void aDisabledKeyIsRefusedWithTheServicesWords() {
        TryItModel model = trying("legacy-archive");
        run(model, Trial.ENCRYPT, "hello");
        assertThat(model.problemProperty().get().orElseThrow().what()).startsWith("DisabledException");
    }

    @Test
    void aLineThatIsNoPairIsNotSent() {
        TryItModel model = trying("payroll");
        model.contextProperty().set("2026-11");
        run(model, Trial.ENCRYPT, "hello");
        assertThat(model.problemProperty().get().orElseThrow().next()).isEqualTo("Nothing was sent.");
    }

    @Test
    void whatIsNoBase64IsNotSent() {
        TryItModel model = trying("payroll");
        run(model, Trial.DECRYPT, "%%%");
        assertThat(model.problemProperty().get().orElseThrow().what()).isEqualTo("That is no base64.");
    }

    @Test
    void aPlaintextNeverFollowsIntoTheNextTrial() {
        TryItModel model = trying("payroll");
        run(model, Trial.DECRYPT, run(model, Trial.ENCRYPT, "hello"));
        model.trialProperty().set(Trial.ENCRYPT);
        assertThat(model.outputProperty().get()).isEmpty();
    }
}
