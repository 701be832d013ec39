package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The deletion dates that were announced, kept as one setting: a line for each with key id, date and the session that
/// announced it first.
record Announcements(List<One> entries) {
    static final String SETTING = "schedule-announced-deletions";
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    record One(String keyId, Instant date, String session) {}

    static Announcements of(View view) {
        return new Announcements(view.setting(SETTING).map(String::lines).orElse(Stream.empty())
                .map(line -> line.split(" ", 3))
                .map(parts -> new One(parts[0], Instant.parse(parts[1]), parts[2]))
                .toList());
    }

    static List<Key> pendingDeletions(View view) {
        return view.due(FAR).stream()
                .filter(key -> key.state() == KeyState.PendingDeletion)
                .filter(key -> key.deletionDate().isPresent())
                .toList();
    }

    /// A date that was moved counts as never announced.
    Optional<String> sessionOf(String keyId, Instant date) {
        return entries.stream()
                .filter(one -> one.keyId.equals(keyId) && one.date.equals(date))
                .map(One::session)
                .findFirst();
    }

    /// With every deletion that is pending now, and no other.
    Announcements updated(View now, String session) {
        return new Announcements(pendingDeletions(now).stream()
                .map(key -> {
                    Instant date = key.deletionDate().orElseThrow();
                    return new One(key.id(), date, sessionOf(key.id(), date).orElse(session));
                })
                .toList());
    }


    String text() {
        return entries.stream()
                .map(one -> one.keyId + " " + one.date + " " + one.session)
                .collect(Collectors.joining("\n"));
    }
}
