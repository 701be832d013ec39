package app.keyhold.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.trail.Stranger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An exported timeline in the hands of somebody who has the file, formats.md and a Java without Keyhold.
class ExportedTrailTest {
    @TempDir
    private Path folder;

    private List<String> lines = List.of();

    @BeforeEach
    void export() throws IOException {
        String vault = " --vault {W}/v.keyhold --passphrase-file {W}/pass";
        new Stage(folder).play(Script.parse(List.of(
                "-- pass --", "correct horse battery", "",
                "$ keyhold vault create --kdf-memory 8" + vault, "1> ...", "2> ...",
                "$ keyhold audit checkpoint" + vault, "1> ...",
                "$ keyhold audit export --file {W}/all.jsonl" + vault, "2> ...")));
        lines = new ArrayList<>(Files.readAllLines(folder.resolve("all.jsonl")));
    }

    @Test
    void everyHashAndEverySignatureCanBeComputedAgain() throws GeneralSecurityException {
        var stranger = new Stranger(lines);

        assertThat(stranger.complaints()).isEmpty();
        assertThat(stranger.rows()).isGreaterThan(2);
        assertThat(stranger.checkpoints()).isGreaterThan(1);
    }

    @Test
    void aChangedBodyShows() throws GeneralSecurityException {
        String line = lines.get(2);
        int at = line.indexOf("\"Body\":\"") + 40;
        lines.set(2, line.substring(0, at) + (line.charAt(at) == 'A' ? 'B' : 'A') + line.substring(at + 1));

        assertThat(new Stranger(lines).complaints()).containsExactly("#2 has another hash");
    }

    @Test
    void aMissingLineShows() throws GeneralSecurityException {
        lines.remove(2);

        assertThat(new Stranger(lines).complaints()).contains("#3 does not follow");
    }

    @Test
    void aChangedCheckpointShows() throws GeneralSecurityException {
        String last = lines.getLast();
        int at = last.length() - 20;
        lines.set(lines.size() - 1, last.substring(0, at) + (last.charAt(at) == 'A' ? 'B' : 'A') + last.substring(at + 1));

        assertThat(new Stranger(lines).complaints()).singleElement().asString().endsWith("is not signed");
    }
}
