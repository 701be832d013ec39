package app.keyhold.desktop.firstrun;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.StrengthMeter;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Strength;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.FolderConcern;
import app.keyhold.vault.FolderSafety;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.Vaults;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.TestRecoverySheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where the first run stands and what it has made so far.
public final class FirstRunModel {
    private static final Words WORDS = Words.of(FirstRunModel.class);

    private static final String REGION = "us-east-1";

    private final Vaults vaults;
    private final Background background;
    private final Supplier<Calibration> calibrator;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.WELCOME);
    private final ObjectProperty<Path> folder;
    private final ObservableList<FolderConcern> concerns = FXCollections.observableArrayList();
    private final StrengthMeter meter;
    private final ReadOnlyObjectWrapper<Optional<Calibration>> calibration =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RecoverySheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<OpenVault> vault = Optional.empty();

    /// @param calibrator measures what unlocking costs here; asked off the FX thread
    public FirstRunModel(
            Vaults vaults, Path proposedFolder, Background background, Supplier<Calibration> calibrator) {
        this.vaults = vaults;
        this.background = background;
        this.meter = new StrengthMeter(background);
        this.calibrator = calibrator;
        this.folder = new SimpleObjectProperty<>(proposedFolder);
        folder.subscribe(this::inspect);
    }

    /// Typed instead of making a recovery sheet.
    public static String waiver() {
        return WORDS.get("recovery.waiverText");
    }

    private void inspect(Path place) {
        background.run(
                () -> FolderSafety.inspect(place),
                found -> {
                    if (place.equals(folder.get())) {
                        concerns.setAll(found);
                    }
                },
                _ -> concerns.clear());
    }

    /// Whether the place can take a vault: it is not there yet, or an empty folder.
    public boolean isFree() {
        Path place = folder.get();
        if (!Files.exists(place)) {
            return true;
        }
        try (var inside = Files.newDirectoryStream(place)) {
            return !inside.iterator().hasNext();
        } catch (IOException | SecurityException notAFolder) {
            return false;
        }
    }

    /// Measures how long an unlock takes here, meanwhile.
    public void calibrate() {
        if (calibration.get().isEmpty()) {
            background.run(
                    calibrator::get, measured -> calibration.set(Optional.of(measured)), _ -> {});
        }
    }

    /// @param characters overwritten once measured
    public void measure(char[] characters) {
        meter.measure(characters);
    }

    public void next() {
        problem.set(Optional.empty());
        step.set(Step.values()[Math.min(step.get().ordinal() + 1, Step.DONE.ordinal())]);
    }

    /// Not beyond the making of the vault, which can't be undone by going back.
    public boolean canGoBack() {
        return step.get() == Step.PLACE || step.get() == Step.PASSPHRASE && vault.isEmpty();
    }

    public void back() {
        if (canGoBack()) {
            problem.set(Optional.empty());
            step.set(Step.values()[step.get().ordinal() - 1]);
        }
    }

    /// Makes the vault with its owner, the key for dropped files and a recovery sheet, then goes on.
    ///
    /// @param passphrase closed here
    public void create(SecretBytes passphrase) {
        busy.set(true);
        problem.set(Optional.empty());
        var cost = calibration.get().map(Calibration::cost).orElse(NewVault.KdfCost.DEFAULT);
        boolean despiteSync = concerns.stream().anyMatch(concern -> concern.kind().needsPermission());
        background.run(
                () -> {
                    try (passphrase) {
                        return vaults.create(new NewVault(
                                folder.get(),
                                Optional.empty(),
                                REGION,
                                passphrase,
                                Optional.empty(),
                                cost,
                                "desktop",
                                despiteSync));
                    }
                },
                made -> {
                    vault = Optional.of(made);
                    furnish(made);
                },
                this::failed);
    }

    private void furnish(OpenVault made) {
        background.run(
                () -> {
                    FirstRun.createMyFiles(made.client());
                    return made.client().call(new CreateRecoverySheet.Request(made.user())).sheet();
                },
                written -> {
                    busy.set(false);
                    sheet.set(Optional.of(written));
                    next();
                },
                this::failed);
    }

    private void failed(Throwable failure) {
        busy.set(false);
        problem.set(Optional.of(Problem.of(failure)));
    }

    public void report(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
    }

    /// @param number from 1
    public boolean isWord(int number, String typed) {
        return sheet.get()
                .map(written -> written.wordList().get(number - 1).equals(typed.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    /// To be called once two words of the sheet were typed: the vault remembers that it was tested, then it goes on.
    public void confirmSheet() {
        OpenVault made = vault.orElseThrow();
        RecoverySheet written = sheet.get().orElseThrow();
        busy.set(true);
        background.run(
                () -> made.client().call(new TestRecoverySheet.Request(made.user(), written.words())),
                _ -> {
                    busy.set(false);
                    forgetSheet();
                    next();
                },
                this::failed);
    }

    /// The words leave memory as soon as they are written down.
    public void forgetSheet() {
        sheet.get().ifPresent(RecoverySheet::close);
        sheet.set(Optional.empty());
    }

    /// Once made; until the shell takes it over, whoever closes the window must lock it.
    public Optional<OpenVault> vault() {
        return vault;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ObjectProperty<Path> folderProperty() {
        return folder;
    }

    public ObservableList<FolderConcern> concerns() {
        return concerns;
    }

    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return meter.strengthProperty();
    }

    public ReadOnlyObjectProperty<Optional<Calibration>> calibrationProperty() {
        return calibration.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RecoverySheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
