package app.keyhold.kms.operation.screen;

import app.keyhold.audit.AuditRow;
import app.keyhold.audit.EventFilter;
import app.keyhold.kms.View;
import app.keyhold.kms.operation.screen.QueryHistogram.Marker;
import app.keyhold.kms.operation.screen.QueryHistogram.MarkerKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The moments worth a mark on the timeline.
final class Markers {
    private static final int MOST = 300;
    private static final Map<String, MarkerKind> KINDS = Map.of(
            "RotateKey", MarkerKind.ROTATION,
            "RotateKeyOnDemand", MarkerKind.ROTATION,
            "ScheduleKeyDeletion", MarkerKind.DELETION,
            "DeleteKey", MarkerKind.DELETION,
            "Unlock", MarkerKind.UNLOCK);

    private Markers() {}

    /// In order of time; of too many, the newest.
    static List<Marker> between(View view, Instant from, Instant until) {
        var filter = new EventFilter(
                Optional.of(from),
                Optional.of(until),
                Set.of(),
                Set.of(),
                KINDS.keySet(),
                Optional.of(EventFilter.Result.ALLOWED),
                Optional.empty());
        List<Marker> markers = new ArrayList<>();
        var cards = new EventCards(view);
        view.audit().page(filter, Long.MAX_VALUE, MOST).reversed().forEach(row -> markers.add(marker(row, cards)));
        view.audit().checkpoints().reversed().stream()
                .filter(checkpoint -> !checkpoint.time().isBefore(from) && checkpoint.time().isBefore(until))
                .limit(MOST)
                .forEach(checkpoint -> markers.add(
                        new Marker(checkpoint.time(), MarkerKind.CHECKPOINT, "Checkpoint at #" + checkpoint.number())));
        markers.sort(Comparator.comparing(Marker::time));
        return markers;
    }

    private static Marker marker(AuditRow row, EventCards cards) {
        LookupEvents.Event card = cards.card(row);
        MarkerKind kind = KINDS.getOrDefault(card.name(), MarkerKind.UNLOCK);
        String about = card.keyNames().isEmpty() ? card.principalName() : String.join(", ", card.keyNames());
        return new Marker(card.time(), kind, card.name() + " " + about);
    }
}
