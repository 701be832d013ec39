package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Visits visits = new Visits(() -> now, at(Place.HOME));

    private static Visit at(Place place) {
        return new Visit(place, Optional.empty());
    }

    private static Visit key(String name) {
        return new Visit(Place.KEYS, Optional.of(new Subject(name, name)));
    }

    private void go(Visit to) {
        now = now.plusSeconds(5);
        visits.went(to);
    }

    @Test
    void leadsBackOverWhatWasOpenInAScreen() {
        go(at(Place.KEYS));
        go(key("payroll"));
        go(key("archive"));

        assertThat(visits.back()).contains(key("payroll"));
        assertThat(visits.back()).contains(at(Place.KEYS));
        assertThat(visits.back()).contains(at(Place.HOME));
        assertThat(visits.back()).isEmpty();
        assertThat(visits.canGoBackProperty().get()).isFalse();
        assertThat(visits.forward()).contains(at(Place.KEYS));
        assertThat(visits.canGoForwardProperty().get()).isTrue();
    }

    @Test
    void doesNotStopAtWhatWasPassedWithTheArrowKeys() {
        go(at(Place.AUDIT));
        go(key("a"));
        visits.went(key("b"));
        visits.went(key("c"));

        assertThat(visits.back()).contains(at(Place.AUDIT));
        assertThat(visits.forward()).contains(key("c"));
    }

    @Test
    void aBetterTitleIsNoOtherPlace() {
        go(new Visit(Place.KEYS, Optional.of(new Subject("payroll", ""))));
        go(key("payroll"));

        assertThat(visits.currentProperty().get()).isEqualTo(key("payroll"));
        assertThat(visits.back()).contains(at(Place.HOME));
    }

    @Test
    void goingElsewhereEndsTheWayForward() {
        go(at(Place.KEYS));
        visits.back();
        go(at(Place.COST));

        assertThat(visits.canGoForwardProperty().get()).isFalse();
        assertThat(visits.back()).contains(at(Place.HOME));
    }
}
