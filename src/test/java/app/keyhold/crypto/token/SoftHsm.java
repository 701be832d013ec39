package app.keyhold.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Tokens of SoftHSM2 in a folder of the test's own.
public final class SoftHsm {
    public static final String PIN = "token-pin-1";
    private static final String SO_PIN = "officer-pin";
    private static final Path FILE = Stream.of(
                    "/usr/lib/softhsm/libsofthsm2.so",
                    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("/missing"));

    private final Path folder;
    private final Path configuration;

    /// Skips the test where SoftHSM2 is not installed.
    public SoftHsm(Path folder) throws IOException {
        assumeTrue(Files.exists(FILE), "SoftHSM2 is not installed (Debian: apt-get install softhsm2 opensc); skipped");
        this.folder = Files.createDirectories(folder.resolve("tokens"));
        this.configuration = folder.resolve("softhsm2.conf");
        Files.writeString(configuration, "directories.tokendir = " + this.folder + "\nlog.level = ERROR\n");
    }

    public Path configuration() {
        return configuration;
    }

    public TokenLibrary library() {
        return new TokenLibrary(FILE, Map.of("SOFTHSM2_CONF", configuration.toString()));
    }

    /// An initialized token with [#PIN].
    public SoftHsm addToken(String label) throws IOException {
        run("softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", SO_PIN);
        return this;
    }

    /// As if somebody had changed it with the token's own tool.
    public void changePin(String label, String now) throws IOException {
        run("pkcs11-tool", "--module", FILE.toString(), "--token-label", label, "--login", "--pin", PIN,
                "--change-pin", "--new-pin", now);
    }

    public TokenAddress address(String label) {
        return new TokenProcesses()
                .list(library()).stream()
                        .filter(token -> token.label().equals(label))
                        .map(token -> new TokenAddress(library(), label, token.serial()))
                        .findFirst()
                        .orElseThrow();
    }

    /// What `pkcs11-tool` sees of the objects.
    public String objects(String label) throws IOException {
        return run("pkcs11-tool", "--module", FILE.toString(), "--token-label", label, "--login", "--pin", PIN, "-O");
    }

    /// As if somebody had removed a key with the token's own tool.
    public void remove(String label, String object) throws IOException {
        run("pkcs11-tool", "--module", FILE.toString(), "--token-label", label, "--login", "--pin", PIN,
                "--delete-object", "--type", "secrkey", "--label", object);
    }

    /// The tokens are taken away.
    public void unplug() throws IOException {
        Files.move(folder, folder.resolveSibling("unplugged"));
        Files.createDirectory(folder);
    }

    public void plugIn() throws IOException {
        Files.delete(folder);
        Files.move(folder.resolveSibling("unplugged"), folder);
    }

    public static SecretBytes pin() {
        return secret(PIN);
    }

    public static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    private String run(String... command) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(printed).isZero();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return printed;
    }
}
