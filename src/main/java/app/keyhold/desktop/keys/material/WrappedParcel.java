package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// Material that is wrapped where it lies: the parameters that go there, and what comes back. Nothing here is a secret.
public final class WrappedParcel {
    private static final Words WORDS = Words.of(WrappedParcel.class);
    /// More than any wrapped material or token has.
    private static final int MOST = 6_144;

    private final ObjectProperty<WrappingAlgorithm> algorithm;
    private final ObjectProperty<WrappingKeySpec> wrappingSpec = new SimpleObjectProperty<>(WrappingKeySpec.RSA_3072);
    private final ReadOnlyObjectWrapper<Optional<GetParametersForImport.Response>> parameters = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Blob>> wrapped = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Blob>> token = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param pair whether the material is a private key, for which OAEP alone has no room
    WrappedParcel(boolean pair) {
        algorithm = new SimpleObjectProperty<>(pair ? WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_256 : WrappingAlgorithm.RSAES_OAEP_SHA_256);
    }

    static List<WrappingAlgorithm> algorithms() {
        return List.of(
                WrappingAlgorithm.RSAES_OAEP_SHA_256,
                WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_256,
                WrappingAlgorithm.RSAES_OAEP_SHA_1,
                WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_1);
    }

    static List<WrappingKeySpec> wrappingSpecs() {
        return List.of(WrappingKeySpec.RSA_2048, WrappingKeySpec.RSA_3072, WrappingKeySpec.RSA_4096);
    }

    void got(GetParametersForImport.Response answer) {
        parameters.set(Optional.of(answer));
        token.set(Optional.of(answer.importToken()));
    }

    boolean isComplete() {
        return wrapped.get().isPresent() && token.get().isPresent();
    }

    /// Writes the public key and the token into a folder.
    Optional<Problem> save(Path folder) {
        if (parameters.get().isEmpty()) {
            return Optional.empty();
        }
        try {
            Files.write(folder.resolve(WrappingCommands.PUBLIC_KEY), parameters.get().get().publicKey().toByteArray());
            Files.write(folder.resolve(WrappingCommands.TOKEN), parameters.get().get().importToken().toByteArray());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.of(e));
        }
    }

    Optional<Problem> takeWrapped(Path file) {
        return read(file, bytes -> wrapped.set(Optional.of(bytes)));
    }

    Optional<Problem> takeToken(Path file) {
        return read(file, bytes -> token.set(Optional.of(bytes)));
    }

    private static Optional<Problem> read(Path file, Consumer<Blob> then) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length == 0 || bytes.length > MOST) {
                return Optional.of(new Problem(WORDS.get("import.badSize", file.getFileName()), WORDS.get("import.otherFile")));
            }
            then.accept(Blob.of(bytes));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.of(e));
        }
    }

    public ObjectProperty<WrappingAlgorithm> algorithmProperty() {
        return algorithm;
    }

    public ObjectProperty<WrappingKeySpec> wrappingSpecProperty() {
        return wrappingSpec;
    }

    public ReadOnlyObjectProperty<Optional<GetParametersForImport.Response>> parametersProperty() {
        return parameters.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Blob>> wrappedProperty() {
        return wrapped.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Blob>> tokenProperty() {
        return token.getReadOnlyProperty();
    }
}
