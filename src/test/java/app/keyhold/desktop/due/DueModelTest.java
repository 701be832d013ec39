package app.keyhold.desktop.due;

import app.keyhold.vault.Timetable;
import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.due.DueNote.Kind;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.vault.CaughtUp;
import app.keyhold.vault.Timetable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window says of the schedule, and the one thing a person says back.
class DueModelTest {
    private static final Instant LONG_AGO = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant BY_THE_CLOCK = Instant.parse("2031-11-25T09:00:00Z");

    @TempDir
    Path folder;

    private SeededVault vault;
    private final Kept timetable = new Kept();
    private int refreshed;

    @BeforeEach
    void open() {
        vault = new SeededVault(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void nothingIsSaidWhileThereIsNothing() {
        assertThat(model().notes()).isEmpty();
    }

    @Test
    void whatWasRotatedAtTheUnlockIsNamed() {
        timetable.atUnlock = look(List.of(rotated("payroll"), rotated("db-master")), List.of(), List.of(), null);

        assertThat(model().notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.ROTATED);
            assertThat(note.text()).isEqualTo("Rotated as scheduled: payroll, db-master.");
        });
    }

    @Test
    void aDeletionNamesTheBackupsThatStillHoldTheMaterial() {
        timetable.atUnlock = look(
                List.of(), List.of(new CaughtUp.Deleted("1", "alias/gone", List.of("/stick/monday.tar"), Optional.empty())), List.of(), null);

        assertThat(model().notes()).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Deleted as scheduled: gone.");
            assertThat(note.detail())
                    .isEqualTo("This backup still holds its material: /stick/monday.tar (not there now)."
                            + " Delete it, or back up again and then delete it.");
        });
    }

    @Test
    void aDeletionAnnouncedForTheFirstTimeSaysWhenItIsDone() {
        timetable.atUnlock = look(List.of(), List.of(), List.of(waiting(CaughtUp.Why.FIRST_ANNOUNCED)), null);

        assertThat(model().notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.ANNOUNCED);
            assertThat(note.text()).isEqualTo("Due for deletion: old-laptop.");
        });
    }

    @Test
    void aDateThatIsNotBelievedIsToldWithBothDates() {
        timetable.atUnlock = doubtful();
        var model = model();

        assertThat(model.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.UNCONFIRMED);
            assertThat(note.text())
                    .isEqualTo("This computer says it is 25 Nov 2031; the vault was last used on 3 Mar 2026.");
            assertThat(note.detail()).contains("old-laptop");
        });
    }

    @Test
    void confirmingTheDateIsAnEventAndDoesWhatWaited() {
        timetable.atUnlock = doubtful();
        timetable.next = look(
                List.of(), List.of(new CaughtUp.Deleted("1", "alias/old-laptop", List.of(), Optional.empty())), List.of(), null);
        var model = model();

        model.confirmDate();

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.notes()).singleElement().satisfies(note -> assertThat(note.kind()).isEqualTo(Kind.DELETED));
        assertThat(events("ConfirmDate")).isEqualTo(1);
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void whoeverMayNotConfirmIsToldAndNothingIsDone() {
        timetable.atUnlock = doubtful();
        vault.close();
        var model = model();

        model.confirmDate();

        assertThat(model.problemProperty().get()).isPresent();
        assertThat(model.notes()).hasSize(1);
    }

    @Test
    void aLaterLookAddsWhatItDidAndEndsWhatNoLongerWaits() {
        timetable.atUnlock = look(
                List.of(rotated("payroll")), List.of(), List.of(waiting(CaughtUp.Why.FIRST_ANNOUNCED)), null);
        var model = model();

        timetable.listeners.forEach(listener ->
                listener.accept(look(List.of(rotated("db-master")), List.of(), List.of(), null)));

        assertThat(model.notes()).extracting(DueNote::text).containsExactly(
                "Rotated as scheduled: payroll.", "Rotated as scheduled: db-master.");
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void aNoteGoesWhenItIsDismissed() {
        timetable.atUnlock = look(List.of(rotated("payroll")), List.of(), List.of(), null);
        var model = model();

        model.dismiss(model.notes().getFirst());

        assertThat(model.notes()).isEmpty();
    }

    private DueModel model() {
        return new DueModel(
                vault.client(), vault.background(), timetable, vault.moments().formats(), () -> refreshed++);
    }

    private long events(String name) {
        return vault.client()
                .call(new LookupEvents.Request(
                        "test",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        10))
                .total();
    }

    private static CaughtUp doubtful() {
        return look(
                List.of(),
                List.of(),
                List.of(waiting(CaughtUp.Why.DATE_UNCONFIRMED)),
                new CaughtUp.Doubt(true, LONG_AGO, BY_THE_CLOCK));
    }

    private static CaughtUp.Rotated rotated(String name) {
        return new CaughtUp.Rotated("key " + name, "alias/" + name);
    }

    private static CaughtUp.Waiting waiting(CaughtUp.Why why) {
        return new CaughtUp.Waiting("1", "alias/old-laptop", LONG_AGO, why);
    }

    private static CaughtUp look(
            List<CaughtUp.Rotated> rotated,
            List<CaughtUp.Deleted> deleted,
            List<CaughtUp.Waiting> waiting,
            CaughtUp.Doubt doubt) {
        return new CaughtUp(rotated, deleted, waiting, List.of(), Optional.ofNullable(doubt));
    }

    private static final class Kept implements Timetable {
        private CaughtUp atUnlock = CaughtUp.NOTHING;
        private CaughtUp next = CaughtUp.NOTHING;
        private final List<Consumer<CaughtUp>> listeners = new ArrayList<>();

        @Override
        public CaughtUp atUnlock() {
            return atUnlock;
        }

        @Override
        public CaughtUp lookAgain() {
            return next;
        }

        @Override
        public void listen(Consumer<CaughtUp> told) {
            listeners.add(told);
        }
    }
}
