package app.keyhold.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What somebody who starts Keyhold for the first time sees, on a real window: the headless platform lays out and paints
/// a page once, a window again and again.
@Timeout(120)
class FirstPageTest {
    static final List<String> CHOICES = List.of("create", "open", "restore", "demo");
    static final String LOOKED = "The page was looked at.";
    private static final int LEAST_INK = 40;
    private static final int MOST_LIKE_THE_GROUND = 90;

    @TempDir
    private Path temporary;

    /// @param text empty for the choice itself
    private record Seen(String id, String text, Rectangle place) {
        static Seen parse(String line) {
            String[] parts = line.split("\\|");
            return new Seen(parts[0], parts[1], new Rectangle(number(parts[2]), number(parts[3]), number(parts[4]), number(parts[5])));
        }

        private static int number(String digits) {
            return Integer.parseInt(digits);
        }
    }

    @Test
    void showsEveryWayInWithItsWords() throws Exception {
        var missing = Desk.missing();
        assumeTrue(missing.isEmpty(), () -> "No " + missing.orElse("") + " on this machine, so no window can be opened");
        Path logs = Files.createDirectory(temporary.resolve("logs"));
        Path picture = temporary.resolve("page.png");
        Path said = logs.resolve("desktop.log");
        try (var desk = new Desk(logs)) {
            desk.start("desktop", Desk.java(FirstPageHost.class, temporary.resolve("new").toString(), picture.toString()));
            desk.awaitThat("the page was looked at", () -> Files.readString(said).lines().anyMatch(LOOKED::equals));
        }

        List<Seen> seen = Files.readString(said).lines().filter(line -> line.contains("|")).map(Seen::parse).toList();
        Rectangle page = seen.getFirst().place();
        BufferedImage screen = ImageIO.read(picture.toFile());
        for (String id : CHOICES) {
            List<Seen> parts = seen.stream().filter(one -> one.id().equals(id)).toList();
            Rectangle choice = parts.getFirst().place();
            assertThat(page.contains(choice)).as("%s lies on the page: %s", id, choice).isTrue();
            assertThat(parts.stream().skip(1).map(Seen::text).collect(Collectors.joining())).as(id).doesNotContain("…", "...");
            assertThat(parts).as("an icon, a verb and a sentence of %s", id).hasSize(4);
            for (Seen part : parts.subList(1, parts.size())) {
                assertThat(choice.contains(part.place())).as("%s within %s", part, choice).isTrue();
                assertThat(ink(screen, part.place())).as("what is painted of %s", part).isGreaterThan(LEAST_INK);
            }
        }
    }

    /// How many pixels stand out from the one in the corner.
    private static long ink(BufferedImage screen, Rectangle place) {
        int ground = screen.getRGB(place.x, place.y);
        return IntStream.range(place.y, place.y + place.height)
                .mapToLong(y -> IntStream.range(place.x, place.x + place.width)
                        .filter(x -> difference(screen.getRGB(x, y), ground) > MOST_LIKE_THE_GROUND)
                        .count())
                .sum();
    }

    private static int difference(int one, int other) {
        return IntStream.of(0, 8, 16).map(shift -> Math.abs((one >> shift & 0xff) - (other >> shift & 0xff))).sum();
    }
}
