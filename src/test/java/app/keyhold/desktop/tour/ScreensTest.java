package app.keyhold.desktop.tour;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.Wiring;
import app.keyhold.demo.DemoVault;
import app.keyhold.desktop.DesktopParts;
import app.keyhold.desktop.part.Language;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.desktop.theme.Look;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every screen, state and dialog in every look, in both sizes, and with text of twice the size: pictures for people to look
/// at in `target/screens`, and beside them `cut.txt`, the words that did not fit. `mvn -Pscreens test` takes some minutes;
/// `-Dscreens=1280x800-dark`, an expression for what stands behind the screen's name, leaves the others out.
@Tag("screens")
@Timeout(1800)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScreensTest {
    private static final Path SCREENS = Path.of("target/screens");
    private static final int FEWEST_COLOURS = 8;
    private static final long LONGEST_STALL_MILLIS = 100;

    @TempDir
    private Path temporary;

    private final TreeSet<String> cut = new TreeSet<>();
    private final List<String> cutButtons = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void everyScreenIsPaintedAndNoButtonIsCut() throws Exception {
        String wanted = System.getProperty("screens", ".*");
        List<View> views = View.ALL.stream().filter(view -> view.suffix().matches(wanted)).toList();
        List<Path> pictures = tour().judging(this::look).walk(SCREENS, views);
        Files.write(SCREENS.resolve("cut.txt"), cut);

        assertThat(pictures).hasSizeGreaterThan(views.size() * 40);
        assertThat(pictures).allMatch(ScreensTest::isPainted);
        assertThat(missed).isEmpty();
        assertThat(cutButtons).isEmpty();
    }

    /// German runs a third longer than English.
    @Test
    void everyStateIsReachedAndNoButtonIsCutInGermanToo() throws Exception {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        Language.GERMAN.apply();
        try {
            Path screens = SCREENS.resolve("de");
            tour(Language.GERMAN).judging(this::look).walk(screens, List.of(new View(1280, 800, Look.LIGHT, 100)));
            Files.write(screens.resolve("cut.txt"), cut);

            assertThat(missed).isEmpty();
            assertThat(cutButtons).isEmpty();
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    /// By the clock and in a window, so that what a person waits for is in it: styles, layout, painting by the processor and the
    /// collector. Last, so that the loading of classes is not, which the launcher's cache spares. Wants a quiet machine.
    @Test
    @Order(Integer.MAX_VALUE)
    void noStepHoldsTheWindowUpForLong() throws Exception {
        Tour tour = tour();
        // As the desktop does when nobody is at its window: the walk begins without the pictures of those before it.
        System.gc();
        try (var stalls = new Stalls()) {
            tour.visiting((stop, _) -> stalls.at(stop)).walkInWindow();
            Files.createDirectories(SCREENS);
            Files.write(SCREENS.resolve("stalls.txt"), stalls.longest(40).stream().map(Stalls.Stall::toString).toList());

            assertThat(stalls.longest(1)).isNotEmpty().allMatch(stall -> stall.millis() <= LONGEST_STALL_MILLIS);
        }
    }

    private Tour tour() {
        return tour(Language.SYSTEM);
    }

    /// @param language also after a lock, which applies what is preferred
    private Tour tour(Language language) {
        var preferences = DesktopPreferences.inMemory();
        preferences.languageProperty().set(language);
        var clock = Clock.systemUTC();
        var wiring = new Wiring(clock, temporary.resolve("state"));
        Path vault = DemoVault.seed(temporary.resolve("demo"), wiring::files, clock.instant());
        var parts = DesktopParts.of(wiring.vaults(), wiring::files, clock, preferences)
                .withTimetables(wiring::timetable);
        return new Tour(parts, DemoVault.open(wiring.vaults(), vault), temporary.resolve("scratch"))
                .knowing(DemoVault.PASSPHRASE)
                .missing((stop, what) -> missed.add(stop + ": " + what));
    }

    private void look(String picture, Parent root) {
        look(picture, root, false);
    }

    /// A table's cell may cut its text: the column can be made wider, and the row is spoken whole.
    private void look(String picture, Node node, boolean inTable) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && !inTable && isCut(labeled)) {
            String words = picture + ": " + labeled.getText();
            cut.add(words);
            if (labeled instanceof ButtonBase && !picture.endsWith("-200")) {
                cutButtons.add(words);
            }
        }
        if (node instanceof Parent parent) {
            boolean within = inTable || node instanceof TableView || node instanceof IndexedCell;
            parent.getChildrenUnmodifiable().forEach(child -> look(picture, child, within));
        }
    }

    /// What the skin has painted instead of the text ends in an ellipsis.
    private static boolean isCut(Labeled labeled) {
        String text = labeled.getText();
        return text != null
                && labeled.getTooltip() == null
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .anyMatch(shown -> shown.isVisible()
                                && !text.endsWith(labeled.getEllipsisString())
                                && shown.getText().endsWith(labeled.getEllipsisString()));
    }

    private static boolean isPainted(Path picture) {
        try {
            BufferedImage image = ImageIO.read(picture.toFile());
            return IntStream.range(0, image.getHeight())
                            .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
                            .distinct()
                            .limit(FEWEST_COLOURS)
                            .count()
                    == FEWEST_COLOURS;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
