package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf.khd, report (2).pdf.khd",
        "report, report.khd, report (2).khd",
        ".profile, .profile.khd, .profile (2).khd",
        "a.tar.gz, a.tar.gz.khd, a.tar (2).gz.khd",
        "letter.khd, letter.khd.khd, letter (2).khd.khd"
    })
    void ofEncryptedFiles(String source, String encrypted, String second) {
        assertThat(Names.encrypted(Path.of(source))).hasToString(encrypted);
        assertThat(Names.numbered(Path.of(encrypted), 2)).isEqualTo(Path.of(second));
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf.khd, report.pdf, report (2).pdf",
        "REPORT.PDF.KHD, REPORT.PDF, REPORT (2).PDF",
        "report.bin, report.bin.decrypted, report.bin (2).decrypted",
        ".khd, .khd.decrypted, .khd (2).decrypted",
        "report (2).pdf.khd, report (2).pdf, report (2) (2).pdf"
    })
    void ofDecryptedFiles(String source, String decrypted, String second) {
        assertThat(Names.decrypted(Path.of(source))).hasToString(decrypted);
        assertThat(Names.numbered(Path.of(decrypted), 2)).isEqualTo(Path.of(second));
    }

    @Test
    void stayShortEnoughForAnyFileSystemWhileUnfinished() {
        Path target = Path.of("folder", "ä".repeat(125) + ".khd");

        assertThat(Names.part(target).getFileName().toString()).matches("\\.keyhold-[0-9a-f]{8}\\.part");
        assertThat(Names.part(target).getParent()).isEqualTo(Path.of("folder"));
    }
}
