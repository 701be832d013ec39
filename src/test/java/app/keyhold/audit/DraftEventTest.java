package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftEventTest {
    private static final Instant LATER = Instant.parse("2026-03-02T12:00:00.456789Z");

    static Stream<String> goldenNames() {
        return GoldenEvents.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("goldenNames")
    void completedItHasTheFormOfTheWholeEvent(String name) {
        AuditEvent event = Objects.requireNonNull(GoldenEvents.ALL.get(name));
        DraftEvent draft = DraftEvent.of(event.at(LATER, List.of()));

        assertThat(draft.at(event.time(), event.changes())).isEqualTo(event);
        assertThat(draft.body(event.time(), event.changes())).isEqualTo(Blob.of(EventCodec.encode(event)));
    }

    @Test
    void rowsHoldMilliseconds() {
        DraftEvent draft = DraftEvent.of(GoldenEvents.encrypt());

        AuditEvent event = draft.at(LATER, List.of());

        assertThat(event.time()).isEqualTo(Instant.parse("2026-03-02T12:00:00.456Z"));
        assertThat(EventCodec.decode(draft.body(LATER, List.of()).toByteArray())).isEqualTo(event);
    }

    @Test
    void whatDoesNotFitARowIsFitted() {
        AuditEvent event = withParameter("\uD800" + "x".repeat(20_000));

        AuditEvent fitted = DraftEvent.of(event).at(event.time(), event.changes());

        assertThat(fitted).isEqualTo(EventLimits.fit(event)).isNotEqualTo(event);
    }

    @Test
    void malformedTextIsMended() {
        AuditEvent event = withParameter("half \uD800 of a pair");

        AuditEvent fitted = DraftEvent.of(event).at(event.time(), event.changes());

        assertThat(fitted.requestParameters().values().get("text")).isEqualTo(new Detail.Text("half ? of a pair"));
    }

    private static AuditEvent withParameter(String value) {
        AuditEvent event = GoldenEvents.encrypt();
        return new AuditEvent(
                event.time(),
                event.id(),
                event.requestId(),
                event.kind(),
                event.source(),
                event.name(),
                event.effect(),
                event.actor(),
                event.resources(),
                Detail.members(Map.of("text", new Detail.Text(value))),
                Detail.NOTHING,
                Detail.NOTHING,
                new Outcome.Succeeded(),
                List.of());
    }
}
