package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.keys.KeyWords;
import java.util.Arrays;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// `ECC P-256 · ECC_NIST_P256` in a list of specs.
final class SpecConverter extends StringConverter<KeySpec> {
    @Override
    public String toString(@Nullable KeySpec spec) {
        return spec == null ? "" : KeyWords.spec(spec) + "  ·  " + spec.name();
    }

    @Override
    public KeySpec fromString(String text) {
        return Arrays.stream(KeySpec.values()).filter(spec -> toString(spec).equals(text)).findFirst().orElse(KeySpec.SYMMETRIC_DEFAULT);
    }
}
