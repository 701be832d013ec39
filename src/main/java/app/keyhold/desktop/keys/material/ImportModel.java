package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.WrappedMaterial;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Bringing material into a key, step by step: wrapped elsewhere for parameters got here, or read here and wrapped at once.
public final class ImportModel implements AutoCloseable {
    private static final Words WORDS = Words.of(ImportModel.class);

    private final KeyModel door;
    private final KeyView key;
    private final HeldMaterial material;
    private final WrappedParcel parcel;
    private final ReadOnlyObjectWrapper<ImportStep> step = new ReadOnlyObjectWrapper<>(ImportStep.WAY);
    private final BooleanProperty here = new SimpleBooleanProperty(true);
    private final BooleanProperty expires = new SimpleBooleanProperty();
    private final IntegerProperty days = new SimpleIntegerProperty(ImportTerms.LONGEST);
    private final BooleanProperty fresh = new SimpleBooleanProperty();
    private final StringProperty description = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public ImportModel(KeyModel door, KeyView key) {
        this.door = door;
        this.key = key;
        this.material = new HeldMaterial(spec());
        this.parcel = new WrappedParcel(spec().isAsymmetric());
    }

    public List<ImportStep> steps() {
        return here.get() ? ImportStep.HERE : ImportStep.ELSEWHERE;
    }

    /// Whether what the step asks for is there.
    public boolean canGoOn() {
        return !busy.get()
                && switch (step.get()) {
                    case WAY, PARAMETERS, TERMS, DONE -> true;
                    case MATERIAL -> material.heldProperty().get().isPresent();
                    case WRAP -> parcel.parametersProperty().get().isPresent();
                    case WRAPPED -> parcel.isComplete();
                };
    }

    /// Does what the step is for, then goes on.
    public void next() {
        if (!canGoOn()) {
            return;
        }
        problem.set(Optional.empty());
        switch (step.get()) {
            case PARAMETERS -> getParameters();
            case TERMS -> send();
            case WAY, MATERIAL, WRAP, WRAPPED -> step.set(steps().get(steps().indexOf(step.get()) + 1));
            case DONE -> {}
        }
    }

    public void back() {
        problem.set(Optional.empty());
        int at = steps().indexOf(step.get());
        if (at > 0 && step.get() != ImportStep.DONE) {
            step.set(steps().get(at - 1));
        }
    }

    /// For whoever got parameters before and has the token in a file.
    public void skipToWrapped() {
        step.set(ImportStep.WRAPPED);
    }

    private GetParametersForImport.Request parametersRequest() {
        return here.get()
                ? new GetParametersForImport.Request(
                        key.id(), WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_256.name(), WrappingKeySpec.RSA_3072.name())
                : new GetParametersForImport.Request(
                        key.id(), parcel.algorithmProperty().get().name(), parcel.wrappingSpecProperty().get().name());
    }

    /// What is asked for, as far as it is known.
    List<KmsRequest<?>> requests() {
        return parcel.isComplete() && !here.get() ? List.of(wrappedRequest()) : List.of(parametersRequest());
    }

    private void getParameters() {
        busy.set(true);
        door.ask(
                parametersRequest(),
                answer -> {
                    busy.set(false);
                    parcel.got(answer);
                    step.set(ImportStep.WRAP);
                },
                this::failed);
    }

    /// What to type where the material lies.
    public String commands() {
        return WrappingCommands.of(spec(), parcel.algorithmProperty().get());
    }

    /// Writes the public key and the token into a folder.
    public void save(Path folder) {
        problem.set(parcel.save(folder));
    }

    public void takeWrapped(Path file) {
        problem.set(parcel.takeWrapped(file));
    }

    public void takeToken(Path file) {
        problem.set(parcel.takeToken(file));
    }

    public void takeMaterial(Path file) {
        problem.set(material.take(file));
    }

    /// @param digits taken over
    public void takeHex(SecretBytes digits) {
        problem.set(material.takeHex(digits));
    }

    private ImportTerms terms() {
        return new ImportTerms(Optional.of(days.get()).filter(_ -> expires.get()), fresh.get(), description.get());
    }

    private ImportKeyMaterial.Request wrappedRequest() {
        return terms().request(
                key.id(),
                parcel.tokenProperty().get().orElseThrow(),
                parcel.wrappedProperty().get().orElseThrow(),
                key.moments().now());
    }

    private void send() {
        busy.set(true);
        if (here.get()) {
            GetParametersForImport.Request request = parametersRequest();
            ImportTerms terms = terms();
            Instant now = key.moments().now();
            SecretBytes plain = material.heldProperty().get().orElseThrow();
            door.work(
                    () -> {
                        GetParametersForImport.Response got = door.client().call(request);
                        return door.client().call(terms.request(key.id(), got.importToken(), WrappedMaterial.wrap(got.publicKey(), plain), now));
                    },
                    this::imported,
                    this::failed);
        } else {
            door.ask(wrappedRequest(), this::imported, this::failed);
        }
    }

    private void imported(ImportKeyMaterial.Response done) {
        busy.set(false);
        material.close();
        step.set(ImportStep.DONE);
        door.changed(WORDS.get("import.imported", key.name()));
    }

    private void failed(Throwable why) {
        busy.set(false);
        problem.set(Optional.of(ImportWords.refused(why)));
    }

    /// Given up: what was read is wiped.
    @Override
    public void close() {
        material.close();
    }

    /// Whether other material than the key has may come in: it waits for a rotation on demand.
    public boolean canBeFresh() {
        return spec() == KeySpec.SYMMETRIC_DEFAULT && !key.key().materials().isEmpty() && !key.isReplica();
    }

    public KeyView key() {
        return key;
    }

    KeySpec spec() {
        return key.metadata().keySpec();
    }

    public HeldMaterial material() {
        return material;
    }

    public WrappedParcel parcel() {
        return parcel;
    }

    public ReadOnlyObjectProperty<ImportStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Whether the plain material lies on this computer.
    public BooleanProperty hereProperty() {
        return here;
    }

    public BooleanProperty expiresProperty() {
        return expires;
    }

    public IntegerProperty daysProperty() {
        return days;
    }

    public BooleanProperty freshProperty() {
        return fresh;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
