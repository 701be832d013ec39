package app.keyhold.crypto;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// One key of each spec for all tests of a run: making RSA keys takes seconds.
public final class TestKeys {
    private static final Map<KeySpec, NewKey> MADE = new EnumMap<>(KeySpec.class);

    private TestKeys() {}

    public static synchronized NewKey of(KeySpec spec) {
        return MADE.computeIfAbsent(spec, KeyGeneration::generate);
    }

    public static Blob publicKey(KeySpec spec) {
        return of(spec).publicKey().orElseThrow();
    }

    public static Stream<KeySpec> specs() {
        return Stream.of(KeySpec.values());
    }
}
