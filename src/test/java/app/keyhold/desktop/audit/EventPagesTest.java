package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventPagesTest {
    private static final int MOST = EventPages.HELD * EventPages.PAGE;

    @TempDir
    static Path folder;

    private static SeededVault vault;
    private EventPages pages;

    @BeforeAll
    static void seed() {
        vault = new SeededVault(folder);
        for (int i = 0; i < MOST + 3 * EventPages.PAGE; i++) {
            vault.encrypt("payroll", Map.of("run", String.valueOf(i)));
        }
    }

    @AfterAll
    static void close() {
        vault.close();
    }

    @BeforeEach
    void load() {
        pages = new EventPages(vault.client(), vault.background(), "pages-test", ZoneOffset.UTC, failure -> {
            throw new AssertionError(failure);
        });
        pages.load(EventFilter.NONE, new TimeRange(SeededVault.NOW.minus(Duration.ofDays(500)), SeededVault.NOW.plusSeconds(1)));
    }

    private List<Long> numbers() {
        return pages.events().stream().map(Event::number).toList();
    }

    @Test
    void howeverFarAPersonScrollsOnlyAFewPagesAreHeld() {
        Set<Long> seen = new HashSet<>(numbers());
        while (numbers().getLast() > 1) {
            pages.more();
            assertThat(numbers()).hasSizeLessThanOrEqualTo(MOST).isSortedAccordingTo((one, other) -> Long.compare(other, one));
            seen.addAll(numbers());
        }
        assertThat(seen).hasSize((int) pages.totalProperty().get());
        List<Long> atEnd = numbers();
        pages.more();
        assertThat(numbers()).as("there is nothing further down").isEqualTo(atEnd);
    }

    @Test
    void theWayBackShowsTheSameEventsAgain() {
        long newest = numbers().getFirst();
        while (numbers().getLast() > 1) {
            pages.more();
        }
        Set<Long> seen = new HashSet<>(numbers());
        while (numbers().getFirst() < newest) {
            pages.back();
            assertThat(numbers()).hasSizeLessThanOrEqualTo(MOST);
            seen.addAll(numbers());
        }
        assertThat(seen).hasSize((int) pages.totalProperty().get());
        pages.back();
        assertThat(numbers().getFirst()).isEqualTo(newest);
    }

    @Test
    void theOldestAreReachedAtOnceAndTheWayUpFromThereMissesNothing() {
        long newest = numbers().getFirst();
        Set<Long> seen = new HashSet<>(numbers());

        pages.goToOldest(() -> seen.addAll(numbers()));
        assertThat(numbers()).endsWith(2L, 1L).hasSize(EventPages.PAGE);
        List<Long> atEnd = numbers();
        pages.more();
        assertThat(numbers()).as("there is nothing further down").isEqualTo(atEnd);
        while (numbers().getFirst() < newest) {
            pages.back();
            assertThat(numbers()).hasSizeLessThanOrEqualTo(MOST).isSortedAccordingTo((one, other) -> Long.compare(other, one));
            seen.addAll(numbers());
        }
        assertThat(seen).hasSize((int) pages.totalProperty().get());

        pages.goToOldest(() -> {});
        pages.goToNewest(() -> {});
        assertThat(numbers().getFirst()).isGreaterThanOrEqualTo(newest);
    }

    @Test
    void theNewestIsKnownWhereverTheListIs() {
        long newest = numbers().getFirst();
        while (numbers().getLast() > 1) {
            pages.more();
        }
        assertThat(pages.newest()).isEqualTo(newest);
    }
}
