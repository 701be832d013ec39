package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.MaterialEncoding;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Plain material read on this computer, until it is sent or given up; then it is wiped.
public final class HeldMaterial implements AutoCloseable {
    private static final Words WORDS = Words.of(HeldMaterial.class);

    private final KeySpec spec;
    private final ReadOnlyObjectWrapper<Optional<SecretBytes>> held = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param spec of the key it is for
    HeldMaterial(KeySpec spec) {
        this.spec = spec;
    }

    /// Reads a file: raw bytes, or PKCS #8 in DER or PEM.
    ///
    /// @return why it is no material for this key
    Optional<Problem> take(Path file) {
        byte[] bytes = {};
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MaterialEncoding.MAX_BYTES + 1);
            return hold(MaterialEncoding.decode(bytes));
        } catch (MaterialEncoding.Unreadable why) {
            return Optional.of(ImportWords.unreadable(String.valueOf(file.getFileName()), why.fault()));
        } catch (IOException e) {
            return Optional.of(Problem.of(e));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// @param digits taken over
    /// @return why it is no material for this key
    Optional<Problem> takeHex(SecretBytes digits) {
        try (digits) {
            return hold(MaterialEncoding.ofHex(digits));
        } catch (IllegalArgumentException e) {
            close();
            return Optional.of(new Problem(WORDS.get("import.noHex"), WORDS.get("import.hexNext")));
        }
    }

    private Optional<Problem> hold(SecretBytes found) {
        close();
        if (spec.isSymmetric() && found.length() != spec.bits() / 8) {
            found.close();
            return Optional.of(ImportWords.wrongLength(found.length(), spec.bits() / 8));
        }
        held.set(Optional.of(found));
        return Optional.empty();
    }

    @Override
    public void close() {
        held.get().ifPresent(SecretBytes::close);
        held.set(Optional.empty());
    }

    public ReadOnlyObjectProperty<Optional<SecretBytes>> heldProperty() {
        return held.getReadOnlyProperty();
    }
}
