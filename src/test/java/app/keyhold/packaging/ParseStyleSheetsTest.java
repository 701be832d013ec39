package app.keyhold.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.theme.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build puts beside a style sheet says what the parser reads in it.
class ParseStyleSheetsTest {
    private static final String SHEET = "controls.css";

    @TempDir
    private Path folder;

    @Test
    void theParsedSheetHasTheRulesOfTheText() throws Exception {
        Path jar = folder.resolve("sample.jar");
        URL text = Objects.requireNonNull(Theme.class.getResource(SHEET));
        pack(jar, text);
        parse(jar);

        Stylesheet parsed = Stylesheet.loadBinary(URI.create("jar:" + jar.toUri() + "!/controls.bss").toURL());
        assertThat(rules(parsed)).hasSizeGreaterThan(50).isEqualTo(rules(new CssParser().parse(text)));
    }

    /// Of a style its name: how a value is written out differs in spaces.
    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream()
                .map(rule -> rule.getSelectors() + " " + rule.getDeclarations().stream().map(Declaration::getProperty).toList())
                .toList();
    }

    private static void pack(Path jar, URL sheet) throws IOException {
        try (var to = new JarOutputStream(Files.newOutputStream(jar));
                InputStream content = sheet.openStream()) {
            to.putNextEntry(new JarEntry(SHEET));
            content.transferTo(to);
        }
    }

    private static void parse(Path jar) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var said = Started.run(
                Map.of(), java, "-cp", System.getProperty("java.class.path"), "packaging/launcher/ParseStyleSheets.java", jar.toString());
        assertThat(said.output()).isEmpty();
        assertThat(said.exit()).isZero();
    }
}
