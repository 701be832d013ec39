package app.keyhold.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("measures time")
class KeyIndexTest {
    private static final int KEYS = 10_000;
    private static final List<KeyRow> ROWS = IntStream.range(0, KEYS).mapToObj(KeyIndexTest::row).toList();
    private static final KeyIndex INDEX = new KeyIndex(ROWS);

    private static KeyRow row(int number) {
        String id = new UUID(number * 0x9E3779B97F4A7C15L, number).toString();
        return new KeyRow(
                id,
                "arn:aws:kms:us-east-1:123456789012:key/" + id,
                List.of("alias/team-" + number % 40 + "/service-" + number),
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                KeyOrigin.AWS_KMS,
                KeyManager.CUSTOMER,
                number % 10 == 0 ? KeyState.Disabled : KeyState.Enabled,
                "What the service number " + number + " keeps of its customers and their orders",
                Instant.EPOCH.plusSeconds(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Tag("team", "team-" + number % 40), new Tag("cost-centre", String.valueOf(4000 + number % 17))));
    }

    private static long count(KeyFilter filter) {
        return ROWS.stream().filter(INDEX.matching(filter)).count();
    }

    @Test
    void everyWordMustOccurSomewhere() {
        assertThat(count(KeyFilter.NONE.withText("TEAM=team-7 service-47"))).isEqualTo(countOf("team-7", "service-47"));
        assertThat(count(KeyFilter.NONE.withText("no such word"))).isZero();
        assertThat(count(KeyFilter.NONE.withText("  "))).isEqualTo(KEYS);
    }

    private static long countOf(String team, String service) {
        return ROWS.stream()
                .filter(row -> row.tags().getFirst().tagValue().startsWith(team) && row.aliases().getFirst().contains(service))
                .count();
    }

    @Test
    void stateAndTextCountTogether() {
        assertThat(count(KeyFilter.NONE.withState(Optional.of(KeyState.Disabled)))).isEqualTo(KEYS / 10);
        assertThat(count(KeyFilter.NONE.withState(Optional.of(KeyState.Disabled)).withText("team-10"))).isEqualTo(KEYS / 40);
    }

    @Test
    void keysAreFoundByIdAndByArn() {
        KeyRow row = ROWS.get(4711);
        assertThat(INDEX.row(row.keyId())).contains(row);
        assertThat(INDEX.row(row.arn())).contains(row);
        assertThat(INDEX.isAliasTaken("alias/team-31/service-4711")).isTrue();
    }

    /// The list as the table has it: filtered, then sorted. The slowest of the key presses counts, once all is warm.
    @Test
    void tenThousandKeysAreFilteredWithinFiftyMilliseconds() {
        FilteredList<KeyRow> shown = new FilteredList<>(FXCollections.observableArrayList(ROWS));
        SortedList<KeyRow> sorted = new SortedList<>(shown, java.util.Comparator.comparing(row -> row.aliases().getFirst()));
        String typed = "customers service-99";
        Duration slowest = Duration.ZERO;
        for (int round = 0; round < 6; round++) {
            slowest = Duration.ZERO;
            for (int length = 0; length <= typed.length(); length++) {
                long start = System.nanoTime();
                shown.setPredicate(INDEX.matching(KeyFilter.NONE.withText(typed.substring(0, length))));
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                slowest = took.compareTo(slowest) > 0 ? took : slowest;
            }
        }
        assertThat(sorted).hasSize((int) ROWS.stream().filter(row -> row.aliases().getFirst().contains("service-99")).count());
        assertThat(slowest).isLessThan(Duration.ofMillis(50));
        System.getLogger(KeyIndexTest.class.getName()).log(System.Logger.Level.INFO, "slowest key press over 10,000 keys: " + slowest.toNanos() / 1000 + " µs");
    }
}
