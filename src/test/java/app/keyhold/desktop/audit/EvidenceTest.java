package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.export.Evidence;
import app.keyhold.export.TimelineExport;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the verifier beside the chain says, run as whoever receives it would run it.
class EvidenceTest {
    @TempDir
    private Path folder;

    /// Counted from the end.
    private static final List<Integer> LAST = List.of(0, 1, 2, 3, 4);

    private SeededVault vault;

    @BeforeEach
    void export() throws IOException {
        vault = new SeededVault(folder.resolve("vault"));
        CheckpointFile.write(folder.resolve("kept.json"), vault.client().call(new CreateCheckpoint.Request()));
        Path zip = folder.resolve("evidence.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            new Evidence(new TimelineExport(vault.client(), "evidence", TimelineExport.everything("evidence"))).write(out);
        }
        try (var inside = FileSystems.newFileSystem(zip);
                Stream<Path> files = Files.list(inside.getPath("/"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private record Said(int code, String text) {}

    private Said verify(String... more) throws Exception {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                        "VerifyChain.java",
                                        "chain.jsonl"),
                                Stream.of(more))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @Test
    void aWholeChainIsFoundWholeAndHoldsTheCheckpointKeptElsewhere() throws Exception {
        Said said = verify("kept.json");
        assertThat(said.text()).contains("The chain is whole.").contains("of vault " + vault.vault().vaultId());
        assertThat(said.code()).isZero();
        assertThat(folder.resolve("EVIDENCE.txt")).content().contains("java VerifyChain.java chain.jsonl");
    }

    @Test
    void aChangedRowAndAMissingEndAreFound() throws Exception {
        Path chain = folder.resolve("chain.jsonl");
        List<String> lines = Files.readAllLines(chain);
        long rows = lines.stream().filter(line -> line.startsWith("{\"Number\":")).count();
        String hash = lines.get(3).replaceAll(".*\"Hash\":\"(\\w{64})\".*", "$1");
        Files.write(chain, lines.stream()
                .map(line -> line.replace(hash, "0".repeat(64)))
                .filter(line -> LAST.stream().noneMatch(last -> line.startsWith("{\"Number\":" + (rows - last) + ",")))
                .toList());
        Said said = verify("kept.json");
        assertThat(said.text()).contains("WRONG: #3 was changed").contains("The chain is broken.").contains("does not fit the chain")
                .contains("rows are gone from the end");
        assertThat(said.code()).isEqualTo(1);
    }
}
