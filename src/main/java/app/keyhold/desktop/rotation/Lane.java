package app.keyhold.desktop.rotation;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryRotations.Row;
import java.time.Instant;
import java.util.Optional;

/// One key on the Gantt: its row as the door answered it, and what a person reads beside the bars.
public record Lane(Row row, String name, Tone tone, String next, String sentence) {
    public enum Tone {
        PLANNED,
        NONE,
        OVERDUE,
        DELETION
    }

    public static Lane of(Row row, Moments moments) {
        String name = KeyWords.name(row.aliases(), row.keyId());
        Tone tone = tone(row, moments);
        String next =
                switch (tone) {
                    case DELETION -> row.deletionDate().map(date -> deletes(date, moments)).orElse("deletion pending");
                    case OVERDUE -> "overdue";
                    case PLANNED -> row.next().map(moments::ahead).orElse("");
                    case NONE -> row.state() == KeyState.Disabled ? "disabled" : "not scheduled";
                };
        return new Lane(row, name, tone, next, name + ", " + schedule(row) + ", " + next);
    }

    private static Tone tone(Row row, Moments moments) {
        if (row.deletionDate().isPresent()) {
            return Tone.DELETION;
        }
        if (row.next().isEmpty()) {
            return Tone.NONE;
        }
        return moments.isOverdue(row.next().get()) ? Tone.OVERDUE : Tone.PLANNED;
    }

    private static String deletes(Instant date, Moments moments) {
        long days = moments.daysUntil(date);
        return days <= 0 ? "deletes today" : days == 1 ? "deletes tomorrow" : "deletes in " + days + " days";
    }

    private static String schedule(Row row) {
        return row.next().isPresent() ? "rotates " + KeyWords.period(row.periodInDays()) : "no automatic rotation";
    }

    /// When something happens next: a deletion before a rotation.
    public Optional<Instant> due() {
        return row.deletionDate().or(row::next);
    }

    public boolean isServiceManaged() {
        return row.manager() == KeyManager.AWS;
    }

    /// `every year`, or a dash.
    public String period() {
        return row.next().isPresent() && tone != Tone.DELETION ? KeyWords.period(row.periodInDays()) : "–";
    }

    public boolean canRotateNow() {
        return !isServiceManaged() && row.state() == KeyState.Enabled && onDemandLeft() > 0;
    }

    public int onDemandLeft() {
        return app.keyhold.kms.key.Rotation.MAX_ON_DEMAND - row.onDemandCount();
    }

    public boolean canChangePeriod() {
        return !isServiceManaged() && row.state() == KeyState.Enabled;
    }
}
