package app.keyhold.crypto.token;

import java.nio.file.Path;
import java.util.Map;

/// A vendor's PKCS#11 library on this computer.
///
/// @param environment what the library wants to find in its environment, such as where its configuration is
public record TokenLibrary(Path file, Map<String, String> environment) {
    public TokenLibrary {
        environment = Map.copyOf(environment);
    }
}
