package app.keyhold;

import app.keyhold.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// What a build runs once, under `-XX:AOTCacheOutput`: the commonest commands on a vault of its own, so that the virtual
/// machine keeps their classes laid out and knows their hot methods. A person never starts it.
final class Rehearsal {
    private static final int LARGE = 192 << 20;
    private static final int SMALL = 10 << 10;
    private static final int SMALL_FILES = 64;

    private final Path folder;
    private final Map<String, String> environment;

    /// @param folder an empty one, which the caller removes
    Rehearsal(Path folder) {
        this.folder = folder;
        this.environment = Map.of(
                "KEYHOLD_VAULT", folder.resolve("rehearsal.keyhold").toString(),
                "KEYHOLD_PASSPHRASE_FILE", folder.resolve("passphrase").toString());
    }

    void run() throws IOException {
        var random = new Random();
        byte[] passphrase = new byte[16];
        random.nextBytes(passphrase);
        Files.writeString(folder.resolve("passphrase"), HexFormat.of().formatHex(passphrase) + "\n");
        String large = file("large", LARGE, random);
        List<String> small = Stream.generate(() -> SMALL)
                .limit(SMALL_FILES)
                .map(size -> file("small" + random.nextLong(), size, random))
                .toList();

        command("--version");
        command("vault", "create", "--kdf-memory=64");
        command("key", "list");
        command("encrypt", large);
        command("inspect", large + ".khd");
        command("decrypt", "--force", large + ".khd");
        command(words("encrypt", small, ""));
        command(words("decrypt", small, ".khd"));
        command("call", "DescribeKey", "{\"KeyId\":\"alias/my-files\"}");
        command("audit", "list");
        command("--help");
    }

    private String[] words(String command, List<String> files, String suffix) {
        return Stream.concat(Stream.of(command, "--force"), files.stream().map(file -> file + suffix))
                .toArray(String[]::new);
    }

    private void command(String... words) {
        var silence = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var terminal = new Terminal(
                InputStream.nullInputStream(),
                silence,
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Terminal.Prompt.NOBODY,
                ZoneId::systemDefault,
                false);
        int exit = Keyhold.command(terminal, environment, words);
        if (exit != 0) {
            throw new IllegalStateException("keyhold " + words[0] + " ended with " + exit);
        }
    }

    private String file(String name, int size, Random random) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        try {
            return Files.write(folder.resolve(name), content).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
