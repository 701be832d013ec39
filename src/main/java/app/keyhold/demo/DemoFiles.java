package app.keyhold.demo;

import app.keyhold.files.EncryptOrder;
import app.keyhold.files.FileService;
import app.keyhold.files.Progress;
import app.keyhold.files.Sealing;
import app.keyhold.vault.FirstRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A few papers, each also in its encrypted form.
final class DemoFiles {
    private static final Map<String, String> PAPERS = Map.of(
            "board-minutes.txt", "alias/board-minutes",
            "payslips-october.csv", "alias/payroll",
            "contract-hall.txt", "alias/contracts",
            "holiday-list.txt", FirstRun.MY_FILES,
            "notes.txt", FileService.SERVICE_KEY);

    private DemoFiles() {}

    static void encrypt(Path folder, FileService files) {
        try {
            Files.createDirectories(folder);
            for (var paper : PAPERS.entrySet()) {
                var source = folder.resolve(paper.getKey());
                Files.writeString(source, "This is %s, a paper of the demo vault.%n".formatted(paper.getKey()).repeat(200));
                files.encrypt(
                        EncryptOrder.of(
                                source, Sealing.under(paper.getValue()).withContext(Map.of("purpose", "archive"))),
                        Progress.none());
            }
            files.remember();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
