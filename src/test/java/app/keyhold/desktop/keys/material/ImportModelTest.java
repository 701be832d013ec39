package app.keyhold.desktop.keys.material;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportModelTest {
    private static final String DIGITS = "00112233445566778899aabbccddeeff 00112233445566778899aabbccddeeff";
    private static final String OTHER = "ff".repeat(32);

    private final List<String> said = new ArrayList<>();
    private Path folder;
    private SeededVault vault;
    private KeyModel door;

    @BeforeEach
    void open(@TempDir Path folder) {
        this.folder = folder;
        vault = new SeededVault(folder);
        door = new KeyModel(vault.client(), vault.background(), "import-test", said::add);
        open(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void open(KeySpec spec, KeyUsage usage) {
        var made = vault.client().call(CreateKey.Request.of(spec, usage, "").withOrigin(KeyOrigin.EXTERNAL));
        door.open(Optional.of(made.keyMetadata().keyId()));
    }

    private KeyView key() {
        return new KeyView(door.keyProperty().get().orElseThrow(), vault.moments());
    }

    private static SecretBytes digits(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.US_ASCII));
    }

    private ImportModel atTerms(String digits) {
        var model = new ImportModel(door, key());
        model.next();
        model.takeHex(digits(digits));
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.TERMS);
        return model;
    }

    private void importing(String digits) {
        var model = atTerms(digits);
        model.next();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.DONE);
    }

    @Test
    void digitsTypedHereBecomeTheKeysMaterial() {
        importing(DIGITS);
        assertThat(key().isEnabled()).isTrue();
        assertThat(said).singleElement().asString().endsWith("has its material");
    }

    @Test
    void materialThatWasSentIsWiped() {
        var model = atTerms(DIGITS);
        SecretBytes held = model.material().heldProperty().get().orElseThrow();
        model.next();
        assertThat(held.isDestroyed()).isTrue();
    }

    @Test
    void materialThatIsGivenUpIsWiped() {
        var model = atTerms(DIGITS);
        SecretBytes held = model.material().heldProperty().get().orElseThrow();
        model.close();
        assertThat(held.isDestroyed()).isTrue();
        assertThat(key().isPendingImport()).isTrue();
    }

    @Test
    void aWrongLengthIsSaidBeforeAnythingIsSent() {
        var model = new ImportModel(door, key());
        model.next();
        model.takeHex(digits("0011"));
        assertThat(model.problemProperty().get().orElseThrow().what()).startsWith("That is 2 bytes; this key's material has 32.");
        assertThat(model.canGoOn()).isFalse();
    }

    @Test
    void whatIsNoHexIsSaid() {
        var model = new ImportModel(door, key());
        model.next();
        model.takeHex(digits("xyz"));
        assertThat(model.problemProperty().get().orElseThrow().what()).isEqualTo("That is not hexadecimal.");
    }

    @Test
    void anExpiryIsKept() {
        var model = atTerms(DIGITS);
        model.expiresProperty().set(true);
        model.daysProperty().set(30);
        model.descriptionProperty().set("From the old module");
        model.next();
        var imported = key().key().materials().getFirst().imported().orElseThrow();
        assertThat(imported.validTo()).contains(SeededVault.NOW.plus(Duration.ofDays(30)));
        assertThat(imported.description()).isEqualTo("From the old module");
    }

    @Test
    void deletedMaterialComesBackOnlyAsTheSame() {
        importing(DIGITS);
        door.act(DeleteImportedKeyMaterial.Request.of(key().id()), "");
        assertThat(key().key().materials().getFirst().absent()).isTrue();
        var other = atTerms(OTHER);
        other.next();
        assertThat(other.problemProperty().get().orElseThrow().next()).startsWith("Bring the same material as before");
        importing(DIGITS);
        assertThat(key().metadata().keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void newMaterialWaitsForItsRotation() {
        importing(DIGITS);
        var model = atTerms(OTHER);
        assertThat(model.canBeFresh()).isTrue();
        model.freshProperty().set(true);
        model.next();
        assertThat(key().key().materials()).extracting(Material::pending).containsExactly(true, false);
        assertThat(key().canRotateNow()).isTrue();
        door.act(new RotateKeyOnDemand.Request(key().id()), "");
        assertThat(key().key().materials()).extracting(Material::current).containsExactly(true, false);
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedWithTheNextStep() throws Exception {
        var model = new ImportModel(door, key());
        model.hereProperty().set(false);
        model.next();
        model.skipToWrapped();
        Path any = Files.write(folder.resolve("any"), new byte[] {1, 2, 3});
        model.takeWrapped(any);
        model.takeToken(any);
        model.next();
        model.next();
        assertThat(model.problemProperty().get().orElseThrow().next()).startsWith("Get new parameters");
    }

    @Test
    void backGoesToTheStepBefore() {
        var model = atTerms(DIGITS);
        model.back();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.MATERIAL);
    }

    @Test
    void aKeyWithoutItsMaterialSaysWhatItWaitsFor() {
        assertThat(key().whyWaiting().orElseThrow()).startsWith("This key has no material yet.");
        importing(DIGITS);
        assertThat(key().whyWaiting()).isEmpty();
        door.act(DeleteImportedKeyMaterial.Request.of(key().id()), "");
        assertThat(key().whyWaiting().orElseThrow()).contains("until the same material is imported again");
    }

    /// The commands that are shown are run, by the openssl and the shell of this machine.
    @ParameterizedTest
    @EnumSource(value = WrappingAlgorithm.class, names = {"RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256"})
    void whatTheCommandsWrapComesIn(WrappingAlgorithm algorithm) throws Exception {
        wrapWithOpenssl(algorithm);
        assertThat(key().isEnabled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = KeySpec.class, names = {"RSA_2048", "ECC_NIST_P256", "ECC_NIST_P521", "ECC_NIST_EDWARDS25519", "HMAC_384"})
    void theCommandsKnowEveryKindOfKey(KeySpec spec) throws Exception {
        open(spec, spec.usages().stream().filter(usage -> usage == KeyUsage.SIGN_VERIFY).findFirst().orElse(KeyUsage.GENERATE_VERIFY_MAC));
        wrapWithOpenssl(WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_256);
        assertThat(key().isEnabled()).isTrue();
    }

    private void wrapWithOpenssl(WrappingAlgorithm algorithm) throws Exception {
        var model = new ImportModel(door, key());
        model.hereProperty().set(false);
        model.next();
        model.parcel().algorithmProperty().set(algorithm);
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(ImportStep.WRAP);
        model.save(folder);
        var shell = new ProcessBuilder("sh", "-e", "-c", model.commands()).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        model.next();
        model.takeWrapped(folder.resolve("wrapped.bin"));
        model.next();
        model.next();
        assertThat(model.problemProperty().get()).isEmpty();
    }
}
