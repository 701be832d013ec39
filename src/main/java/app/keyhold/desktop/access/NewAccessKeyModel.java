package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.accesskey.CreateAccessKey.NewAccessKey;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// An access key while its secret is shown, this once.
public final class NewAccessKeyModel implements AutoCloseable {
    private static final Words WORDS = Words.of(NewAccessKeyModel.class);

    private final NewAccessKey key;
    private final Background background;
    private final BooleanProperty kept = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Path>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param key wiped by [#close]
    public NewAccessKeyModel(NewAccessKey key, Background background) {
        this.key = key;
        this.background = background;
    }

    public String user() {
        return key.userName();
    }

    public String id() {
        return key.accessKeyId();
    }

    /// Forty characters; none once it is closed.
    public String secret() {
        return key.secretAccessKey().isDestroyed()
                ? ""
                : key.secretAccessKey().use(Base64.getEncoder()::encodeToString);
    }

    public String suggestedFile() {
        return user() + ".credentials";
    }

    /// As AWS' tools read it, for its owner alone. What is there already stays.
    public void save(Path file) {
        problem.set(Optional.empty());
        background.run(
                () -> {
                    CredentialsFile.save(key, file);
                    return file;
                },
                done -> {
                    saved.set(Optional.of(done));
                    kept.set(true);
                },
                failure -> problem.set(Optional.of(
                        failure instanceof FileAlreadyExistsException
                                ? new Problem(WORDS.get("newKey.fileThere", file), WORDS.get("newKey.otherName"))
                                : Problem.of(failure))));
    }

    /// Whether the person has the secret elsewhere; until then the dialog does not let go of it.
    public BooleanProperty keptProperty() {
        return kept;
    }

    public ReadOnlyObjectProperty<Optional<Path>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void close() {
        key.secretAccessKey().close();
    }
}
