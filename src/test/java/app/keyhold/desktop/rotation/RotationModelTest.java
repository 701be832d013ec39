package app.keyhold.desktop.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.screen.QueryRotations;
import app.keyhold.kms.operation.tag.TagResource;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationModelTest {
    private final List<String> said = new ArrayList<>();
    private final SessionStatus status = new SessionStatus();
    private final List<UndoStack.Change> undone = new ArrayList<>();
    private final RotationModel.Undoable undo = (what, back, again) -> {
        said.add(what);
        undone.add(back);
    };
    private SeededVault vault;
    private RotationModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new RotationModel(vault.client(), vault.background(), vault.moments(), status, "rotation-test", said::add, undo);
        model.refresh();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private Lane lane(String name) {
        return model.lanes().stream().filter(lane -> lane.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void whatIsOverdueComesFirst() {
        assertThat(model.lanes().getFirst().name()).isEqualTo("customer-pii");
        assertThat(model.lanes().getFirst().tone()).isEqualTo(Lane.Tone.OVERDUE);
    }

    @Test
    void theRailsBadgeCountsWhatIsOverdue() {
        assertThat(status.dueRotationsProperty().get()).isEqualTo(1);
    }

    @Test
    void aDeletionIsSaidInDays() {
        assertThat(lane("old-laptop").next()).isEqualTo("deletes in 9 days");
    }

    @Test
    void theNextThirtyDaysHoldDeletionsAndRotations() {
        assertThat(model.soon()).extracting(entry -> entry.lane().name()).containsExactly("old-laptop", "payroll");
    }

    @Test
    void rotatingNowLeavesAnEarlierMaterialThatStillOpensOldData() {
        model.rotateNow(lane("payroll"));
        assertThat(lane("payroll").row().materials()).hasSize(2);
        assertThat(said).containsExactly("payroll rotated. What it encrypted before still opens.");
    }

    @Test
    void anotherPeriodMovesTheNextRotation() {
        model.setPeriod(lane("payroll"), 90);
        assertThat(lane("payroll").period()).isEqualTo("every 90 days");
    }

    @Test
    void aPeriodThatIsTriedOutIsHeldToWhatIsAllowedAndSetsNothing() {
        model.chosenProperty().set(java.util.Optional.of(lane("payroll")));
        model.moveDraft(-10_000);
        assertThat(model.draftProperty().get().orElseThrow().days()).isEqualTo(Draft.SHORTEST);
        model.moveDraft(10_000);
        assertThat(model.draftProperty().get().orElseThrow().days()).isEqualTo(Draft.LONGEST);
        assertThat(model.dropDraft()).isTrue();
        assertThat(model.setDraft()).as("nothing is tried out any more").isFalse();
        assertThat(lane("payroll").row().periodInDays()).isEqualTo(365);
    }

    @Test
    void aPeriodThatIsConfirmedIsSetAndCanBeTakenBack() {
        model.draft(Draft.at(lane("payroll"), SeededVault.NOW.plus(java.time.Duration.ofDays(200)), vault.moments()));
        assertThat(model.setDraft()).isTrue();
        assertThat(lane("payroll").row().periodInDays()).isEqualTo(200);
        assertThat(said).containsExactly("payroll rotates every 200 days");

        undone.getLast().make();
        model.refresh();
        assertThat(lane("payroll").row().periodInDays()).isEqualTo(365);
    }

    @Test
    void whatStoppedRotatingCanBeTakenBack() {
        model.stopRotating(lane("payroll"));
        assertThat(lane("payroll").row().next()).isEmpty();
        undone.getLast().make();
        model.refresh();
        assertThat(lane("payroll").period()).isEqualTo("every year");
    }

    @Test
    void aKeyOfAServiceIsNotTriedOut() {
        var row = lane("payroll").row();
        Lane service = Lane.of(
                new QueryRotations.Row(
                        row.keyId(), row.aliases(), KeyManager.AWS, row.state(), row.created(), row.materials(), row.next(),
                        row.periodInDays(), row.onDemandCount(), row.deletionDate(), row.expires(), row.filesOnOlderMaterial(), row.tags()),
                vault.moments());
        model.draft(Draft.of(service, 100, vault.moments()));
        assertThat(model.draftProperty().get()).isEmpty();
    }

    @Test
    void aRefusalIsSaidAndChangesNothing() {
        model.rotateNow(lane("old-laptop"));
        assertThat(model.problemProperty().get().orElseThrow().text()).startsWith("KMSInvalidStateException");
    }

    @Test
    void cancellingADeletionTakesItOffTheAgenda() {
        model.cancelDeletion(lane("old-laptop"));
        assertThat(model.soon()).extracting(entry -> entry.lane().name()).containsExactly("payroll");
    }

    @Test
    void keysAreGroupedByTheirStateInGanttAndAgendaAlike() {
        model.groupingProperty().set(Grouping.of("state"));

        var headings = model.gantt().stream().filter(GanttRow.Heading.class::isInstance).map(GanttRow.Heading.class::cast).toList();
        assertThat(headings).extracting(GanttRow.Heading::title).startsWith("Enabled").contains("Pending deletion");
        assertThat(headings.stream().mapToInt(GanttRow.Heading::count).sum()).isEqualTo(model.lanes().size());
        assertThat(model.groupedAgenda()).extracting(entry -> model.group(entry.lane())).isSorted();
        assertThat(model.agenda()).as("for a calendar").isEqualTo(AgendaEntry.of(model.lanes()));
    }

    @Test
    void keysAreGroupedByTheValueOfATag() {
        vault.client().call(new TagResource.Request(vault.id("payroll"), List.of(new Tag("team", "pay"))));
        model.refresh();
        assertThat(model.groupings()).extracting(Grouping::note).contains("tag:team");

        model.groupingProperty().set(Grouping.of("tag:team"));
        assertThat(model.gantt().getFirst()).isEqualTo(new GanttRow.Heading("team: pay", 1));
        assertThat(model.gantt().get(1)).isEqualTo(lane("payroll"));
        assertThat(model.gantt().get(2)).isEqualTo(new GanttRow.Heading("Without tag team", model.lanes().size() - 1));

        model.groupingProperty().set(Grouping.of("tag:gone"));
        assertThat(model.groupings()).as("one that no key has any more stays to be changed").contains(Grouping.of("tag:gone"));
    }

    @Test
    void theAgendaHasALineForEveryLane() {
        assertThat(model.agenda()).hasSameSizeAs(model.lanes());
    }

    @Test
    void theCalendarFileHasAnAllDayEventADate() {
        String file = CalendarFile.of(model.agenda(), SeededVault.NOW, ZoneOffset.UTC);
        assertThat(file).contains("DTSTART;VALUE=DATE:20261203\r\nSUMMARY:old-laptop is deleted\r\n");
    }

    @Test
    void todayStandsInTheMiddleOfEveryZoom() {
        for (Zoom zoom : Zoom.values()) {
            assertThat(zoom.around(SeededVault.NOW).share(SeededVault.NOW)).as(zoom.name()).isBetween(0.4, 0.7);
        }
    }
}
