package app.keyhold.desktop.rotation;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryRotations.Row;
import java.time.Instant;
import java.util.Optional;

/// One key on the Gantt: its row as the door answered it, and what a person reads beside the bars.
public record Lane(Row row, String name, Tone tone, String next, String sentence) implements GanttRow {
    private static final Words WORDS = Words.of(Lane.class);

    public enum Tone {
        PLANNED,
        NONE,
        OVERDUE,
        EXPIRES,
        DELETION
    }

    public static Lane of(Row row, Moments moments) {
        String name = KeyWords.name(row.aliases(), row.keyId());
        Tone tone = tone(row, moments);
        String next =
                switch (tone) {
                    case DELETION -> row.deletionDate()
                            .map(date -> in("lane.deletes", moments.daysUntil(date)))
                            .orElse(WORDS.get("lane.deletionPending"));
                    case EXPIRES -> row.expires().map(date -> expires(date, moments)).orElse("");
                    case OVERDUE -> WORDS.get("lane.overdue");
                    case PLANNED -> row.next().map(moments::ahead).orElse("");
                    case NONE -> row.state() == KeyState.Disabled ? WORDS.get("lane.disabled") : WORDS.get("lane.notScheduled");
                };
        return new Lane(row, name, tone, next, WORDS.get("lane.sentence", name, schedule(row), spoken(row, tone, next)));
    }

    private static Tone tone(Row row, Moments moments) {
        if (row.deletionDate().isPresent()) {
            return Tone.DELETION;
        }
        if (row.expires().isPresent()) {
            return Tone.EXPIRES;
        }
        if (row.next().isEmpty()) {
            return Tone.NONE;
        }
        return moments.isOverdue(row.next().get()) ? Tone.OVERDUE : Tone.PLANNED;
    }

    private static String in(String what, long days) {
        return WORDS.get(what, Math.max(0, days));
    }

    private static String expires(Instant date, Moments moments) {
        return date.isAfter(moments.now()) ? WORDS.get("lane.expires", moments.shortDate(date)) : WORDS.get("lane.expired");
    }

    /// What is due does not wait for anybody: the vault does it as soon as it can.
    private static String spoken(Row row, Tone tone, String next) {
        if (tone != Tone.OVERDUE) {
            return next;
        }
        return row.state() == KeyState.Enabled ? WORDS.get("lane.overdueSpoken") : WORDS.get("lane.overdueDisabled");
    }

    private static String schedule(Row row) {
        return row.next().isPresent()
                ? WORDS.get("lane.rotates", KeyWords.period(row.periodInDays()))
                : WORDS.get("lane.noRotation");
    }

    /// When something happens next: a deletion or an expiry before a rotation.
    public Optional<Instant> due() {
        return row.deletionDate().or(row::expires).or(row::next);
    }

    public boolean isServiceManaged() {
        return row.manager() == KeyManager.AWS;
    }

    /// `every year`, or a dash.
    public String period() {
        return row.next().isPresent() && tone != Tone.DELETION ? KeyWords.period(row.periodInDays()) : "–";
    }

    public boolean canRotateNow() {
        return canChangePeriod() && onDemandLeft() > 0;
    }

    public int onDemandLeft() {
        return app.keyhold.kms.key.Rotation.MAX_ON_DEMAND - row.onDemandCount();
    }

    public boolean canChangePeriod() {
        return !isServiceManaged() && row.state() == KeyState.Enabled && row.expires().isEmpty();
    }
}
