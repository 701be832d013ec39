package app.keyhold.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.token.SoftHsm;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plays the conversation about tokens, on a token of SoftHSM2.
class TokenScriptTest {
    @TempDir
    private Path folder;

    @Test
    void goesAsWritten() throws IOException, URISyntaxException {
        SoftHsm softHsm = new SoftHsm(folder.resolve("hsm")).addToken("desk");
        Path script = Path.of(Objects.requireNonNull(TokenScriptTest.class.getResource("/cli-token/tokens.txt"))
                .toURI());

        new Stage(folder)
                .say("LIBRARY", softHsm.library().file().toString())
                .say("CONF", softHsm.configuration().toString())
                .play(Script.parse(Files.readAllLines(script)));

        assertThat(softHsm.objects("desk")).doesNotContain("keyhold-");
    }
}
