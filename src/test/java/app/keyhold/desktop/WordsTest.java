package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.part.Words;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every text of the desktop is in its package's bundles, in every language, and every text there is said somewhere.
class WordsTest {
    private static final Path SOURCES = Path.of("src/main/java/app/keyhold/desktop");
    private static final Path VIEWS = Path.of("src/main/resources/app/keyhold/desktop");
    /// Packages whose texts are still in their code. Only to become fewer.
    private static final Set<String> IN_CODE = Set.of();
    /// The walk for pictures presses what it reads, and speaks to nobody.
    private static final Set<String> SILENT = Set.of("tour");

    private static final Pattern ASKED = Pattern.compile("(?:WORDS|words)\\s*\\.get\\(\\s*\"([^\"]+)\"");
    private static final Pattern IN_VIEW = Pattern.compile("\"%([^\"]+)\"");
    private static final Pattern SAID_IN_VIEW =
            Pattern.compile("(?:text|promptText|accessibleText|accessibleHelp|title)=\"([^%\"$][^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)[,}]");
    /// A capital and a small letter, or two words: what a person reads. Style classes and ids have neither.
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern READABLE = Pattern.compile("(?:^|[^%\\w.])[A-Z][a-z]{2,}|[a-z]{2,} [a-z]{2,}");
    private static final Pattern FOR_NOBODY = Pattern.compile(
            "Exception\\(|Error\\(|requireNonNull|@SuppressWarnings|getResource|valueOf\\(\"|\"(?:Shortcut|Alt|Shift|Ctrl|Esc)\\b|-fx-|// not words");

    @TestFactory
    Stream<DynamicTest> everyTextAskedForExists() {
        return packages().map(name -> DynamicTest.dynamicTest(title(name), () -> assertThat(asked(name))
                .as("texts asked for by %s", title(name))
                .isSubsetOf(keys(name, ""))));
    }

    @TestFactory
    Stream<DynamicTest> everyLanguageHasEveryText() {
        return packages().filter(WordsTest::hasBundle).flatMap(name -> Words.languages().stream()
                .skip(1)
                .map(language -> DynamicTest.dynamicTest(title(name) + " " + language, () -> {
                    var english = texts(name, "");
                    var other = texts(name, "_" + language);
                    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
                    for (String key : english.stringPropertyNames()) {
                        assertThat(places(other.getProperty(key)))
                                .as(key)
                                .isEqualTo(places(english.getProperty(key)));
                        assertThat(other.getProperty(key)).as(key).isNotBlank();
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> everyTextIsSaidSomewhere() {
        return packages().filter(WordsTest::hasBundle).map(name -> DynamicTest.dynamicTest(title(name), () -> {
            String all = sources(name).map(WordsTest::read).collect(Collectors.joining()) + views(name).map(WordsTest::read).collect(Collectors.joining());
            assertThat(keys(name, "")).allMatch(key -> all.contains("\"" + key + "\"") || all.contains("\"%" + key + "\"") || namesConstant(name, key));
        }));
    }

    @TestFactory
    Stream<DynamicTest> noTextIsInTheCode() {
        return packages().filter(name -> !IN_CODE.contains(name)).map(name -> DynamicTest.dynamicTest(title(name), () -> {
            var found = new ArrayList<String>();
            sources(name).forEach(file -> read(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.startsWith("//") && !line.startsWith("*") && !FOR_NOBODY.matcher(line).find())
                    .forEach(line -> LITERAL.matcher(line)
                            .results()
                            .map(literal -> literal.group(1))
                            .filter(text -> READABLE.matcher(text).find())
                            .forEach(text -> found.add(file.getFileName() + ": " + text))));
            views(name).forEach(file -> SAID_IN_VIEW
                    .matcher(read(file))
                    .results()
                    .map(said -> said.group(1))
                    .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                    .forEach(text -> found.add(file.getFileName() + ": " + text)));
            assertThat(found).isEmpty();
        }));
    }

    private static Stream<String> packages() {
        try (Stream<Path> folders = Files.walk(SOURCES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> SOURCES.relativize(folder).toString())
                    .filter(name -> !SILENT.contains(name))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(String name) {
        return name.isEmpty() ? "desktop" : name;
    }

    private static boolean hasBundle(String name) {
        return Files.exists(bundle(name, ""));
    }

    private static Path bundle(String name, String language) {
        return VIEWS.resolve(name).resolve("words" + language + ".properties");
    }

    private static Set<String> keys(String name, String language) {
        return hasBundle(name) ? new TreeSet<>(texts(name, language).stringPropertyNames()) : Set.of();
    }

    private static Properties texts(String name, String language) {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle(name, language))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Set<String> asked(String name) {
        return Stream.concat(
                        sources(name).flatMap(file -> ASKED.matcher(read(file)).results()),
                        views(name).flatMap(file -> IN_VIEW.matcher(read(file)).results()))
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).map(place -> place.substring(1, 2)).collect(Collectors.toSet());
    }

    /// `Purpose.SIGN` is said by asking for the constant.
    private static boolean namesConstant(String name, String key) {
        int dot = key.indexOf('.');
        return dot > 0
                && sources(name)
                        .map(WordsTest::read)
                        .anyMatch(code -> code.contains("enum " + key.substring(0, dot) + " ")
                                && Pattern.compile("\\b" + Pattern.quote(key.substring(dot + 1)) + "\\b").matcher(code).find());
    }

    private static Stream<Path> sources(String name) {
        return files(SOURCES.resolve(name), ".java").stream();
    }

    private static Stream<Path> views(String name) {
        return files(VIEWS.resolve(name), ".fxml").stream();
    }

    private static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
