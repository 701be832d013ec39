package app.keyhold.desktop.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.SessionStatus;
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
    private SeededVault vault;
    private RotationModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new RotationModel(vault.client(), vault.background(), vault.moments(), status, "rotation-test", said::add);
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
            assertThat(zoom.around(SeededVault.NOW).share(SeededVault.NOW)).as(zoom.title()).isBetween(0.4, 0.7);
        }
    }
}
