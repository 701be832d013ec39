package app.keyhold.crypto.token;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.Frame.Answer;
import app.keyhold.crypto.token.Frame.Order;
import app.keyhold.crypto.token.TokenException.Reason;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts the processes that hold tokens: this Java runtime once more, with Keyhold's own classes and nothing else.
public final class TokenProcesses implements Tokens {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIELDS_A_TOKEN = 5;

    @Override
    public List<TokenInfo> list(TokenLibrary library) {
        LibraryFile.require(library.file());
        try (TokenChannel channel = start(library)) {
            Frame answer = channel.ask(PATIENCE, Order.LIST, Frame.text(library.file().toString()));
            if (answer.kind() != Answer.DONE.ordinal()) {
                throw ProcessToken.failure(answer);
            }
            List<TokenInfo> tokens = new ArrayList<>();
            for (int i = 0; i + FIELDS_A_TOKEN <= answer.fields().size(); i += FIELDS_A_TOKEN) {
                byte[] flags = answer.bytes(i + 4);
                tokens.add(new TokenInfo(
                        answer.text(i),
                        answer.text(i + 1),
                        answer.text(i + 2),
                        answer.text(i + 3),
                        flags[0] == 1,
                        flags[1] == 1,
                        flags[2] == 1));
            }
            return tokens;
        }
    }

    @Override
    public Token connect(TokenAddress address, SecretBytes pin) {
        Path library = address.library().file();
        LibraryFile.require(library);
        TokenChannel channel = start(address.library());
        try {
            Frame answer = pin.use(secret -> channel.ask(
                    PATIENCE,
                    Order.CONNECT,
                    Frame.text(library.toString()),
                    Frame.text(address.label()),
                    Frame.text(address.serial()),
                    secret));
            if (answer.kind() != Answer.DONE.ordinal()) {
                throw ProcessToken.failure(answer);
            }
            return new ProcessToken(channel);
        } catch (RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    private static TokenChannel start(TokenLibrary library) {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-Xshare:auto",
                "-XX:+DisableAttachMechanism",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                ownClasses().toString(),
                TokenProcess.class.getName());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(TokenProcesses::isNoneOfItsBusiness);
        environment.putAll(library.environment());
        try {
            return new TokenChannel(builder.start(), "keyhold-token");
        } catch (IOException failure) {
            throw new TokenException(
                    Reason.FAILED,
                    "The process for the token could not be started. Look whether Java at " + System.getProperty("java.home")
                            + " is whole.",
                    failure);
        }
    }

    /// What steers this program or its runtime.
    private static boolean isNoneOfItsBusiness(String name) {
        return name.startsWith("KEYHOLD_")
                || name.equals("JAVA_TOOL_OPTIONS")
                || name.equals("JDK_JAVA_OPTIONS")
                || name.equals("_JAVA_OPTIONS")
                || name.equals("CLASSPATH");
    }

    private static Path ownClasses() {
        try {
            return Path.of(TokenProcesses.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
