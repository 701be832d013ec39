package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The dates of what cannot be undone that were announced, kept as one setting: a line for each with key id (and
/// material id behind a slash), date and the session that announced it first.
record Announcements(List<One> entries) {
    static final String SETTING = "schedule-announced-deletions";
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    /// @param materialId of material that expires; empty where the key itself is to be deleted
    record End(Key key, Optional<String> materialId, Instant date) {
        String subject() {
            return materialId.map(id -> key.id() + "/" + id).orElse(key.id());
        }
    }

    record One(String subject, Instant date, String session) {}

    static Announcements of(View view) {
        return new Announcements(view.setting(SETTING).map(String::lines).orElse(Stream.empty())
                .map(line -> line.split(" ", 3))
                .map(parts -> new One(parts[0], Instant.parse(parts[1]), parts[2]))
                .toList());
    }

    /// All that lie ahead, or are due.
    static List<End> ahead(View view) {
        return view.due(FAR).stream()
                .flatMap(key -> Stream.concat(deletion(key).stream(), expiries(key)))
                .toList();
    }

    private static Optional<End> deletion(Key key) {
        return key.deletionDate()
                .filter(_ -> key.state() == KeyState.PendingDeletion)
                .map(date -> new End(key, Optional.empty(), date));
    }

    private static Stream<End> expiries(Key key) {
        return key.allMaterials().stream()
                .flatMap(material -> material.expires().stream()
                        .map(date -> new End(key, Optional.of(material.id()), date)));
    }

    /// A date that was moved counts as never announced.
    Optional<String> sessionOf(End end) {
        return entries.stream()
                .filter(one -> one.subject.equals(end.subject()) && one.date.equals(end.date()))
                .map(One::session)
                .findFirst();
    }

    /// With everything that lies ahead now, and nothing else.
    Announcements updated(View now, String session) {
        return new Announcements(ahead(now).stream()
                .map(end -> new One(end.subject(), end.date(), sessionOf(end).orElse(session)))
                .toList());
    }

    String text() {
        return entries.stream()
                .map(one -> one.subject + " " + one.date + " " + one.session)
                .collect(Collectors.joining("\n"));
    }
}
