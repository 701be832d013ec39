package app.keyhold.endpoint;

import app.keyhold.crypto.SecretBytes;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Wipes what a request or response carries, once it is done with.
public final class Secrets {
    private Secrets() {}

    /// Closes every secret the record holds, in itself or in the records within it.
    public static void wipe(@Nullable Object value) {
        switch (value) {
            case SecretBytes secret -> secret.close();
            case Optional<?> optional -> optional.ifPresent(Secrets::wipe);
            case Iterable<?> items when !(items instanceof Path) -> items.forEach(Secrets::wipe);
            case Record holder -> RecordShape.of(holder.getClass()).slots().forEach(slot -> wipe(slot.valueIn(holder)));
            case null, default -> {}
        }
    }
}
