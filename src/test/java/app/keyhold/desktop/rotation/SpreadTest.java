package app.keyhold.desktop.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryRotations.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Moments MOMENTS = new Moments(Clock.fixed(SeededVault.NOW, ZoneOffset.UTC));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Stream<Lane> lanes(int count, int days, KeyManager manager) {
        return IntStream.range(0, count).mapToObj(at -> Lane.of(
                new Row(
                        "id-" + days + "-" + at + manager,
                        List.of("alias/" + days + "-" + at),
                        manager,
                        KeyState.Enabled,
                        SeededVault.NOW,
                        List.of(),
                        Optional.of(SeededVault.NOW.plus(Duration.ofDays(days))),
                        365,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        List.of()),
                MOMENTS));
    }

    @Test
    void tenOnADayAreFine() {
        assertThat(Spread.of(lanes(10, 200, KeyManager.CUSTOMER).toList(), MOMENTS)).isEmpty();
    }

    @Test
    void whatIsTooMuchGoesToTheDaysAfterItThatHaveRoom() {
        List<Lane> lanes = Stream.concat(lanes(25, 200, KeyManager.CUSTOMER), lanes(8, 201, KeyManager.CUSTOMER)).toList();
        Spread spread = Spread.of(lanes, MOMENTS).orElseThrow();
        assertThat(spread.count()).isEqualTo(25);
        assertThat(spread.day()).isEqualTo(TODAY.plusDays(200));
        assertThat(spread.moves().stream().collect(Collectors.groupingBy(Spread.Move::to, Collectors.counting())))
                .isEqualTo(java.util.Map.of(TODAY.plusDays(201), 2L, TODAY.plusDays(202), 10L, TODAY.plusDays(203), 3L));
        assertThat(spread.moves()).allMatch(move -> TODAY.plusDays(move.days()).equals(move.to()));
    }

    @Test
    void noKeyIsMovedNearerThanTheShortestPeriod() {
        Spread spread = Spread.of(lanes(12, 20, KeyManager.CUSTOMER).toList(), MOMENTS).orElseThrow();
        assertThat(spread.moves()).hasSize(2).allMatch(move -> move.days() >= Draft.SHORTEST);
    }

    @Test
    void keysOfServicesStayWhereTheyAre() {
        assertThat(Spread.of(lanes(30, 200, KeyManager.AWS).toList(), MOMENTS)).isEmpty();
    }
}
