package app.keyhold.desktop.rotation;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.rotation.DisableKeyRotation;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.screen.QueryRotations;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What rotates and what ends, as lanes of the Gantt and as an agenda, and what a person does about it.
public final class RotationModel {
    private final Client client;
    private final Background background;
    private final Moments moments;
    private final SessionStatus status;
    private final String screenSession;
    private final Consumer<String> said;
    private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
    private final ObservableList<AgendaEntry> agenda = FXCollections.observableArrayList();
    // One wrapper for good: listeners on one made anew would be collected with it.
    private final ObservableList<Lane> shownLanes = FXCollections.unmodifiableObservableList(lanes);
    private final ObservableList<AgendaEntry> shownAgenda = FXCollections.unmodifiableObservableList(agenda);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.TWO_YEARS);
    private final ObjectProperty<Optional<Lane>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param said told a sentence about each action that succeeded
    public RotationModel(
            Client client,
            Background background,
            Moments moments,
            SessionStatus status,
            String screenSession,
            Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.moments = moments;
        this.status = status;
        this.screenSession = screenSession;
        this.said = said;
    }

    public void refresh() {
        background.run(() -> client.call(new QueryRotations.Request(screenSession)), answer -> show(answer.rows()), this::failed);
    }

    /// Overdue first, then deletions, then by date; keys without a date last.
    private void show(List<QueryRotations.Row> rows) {
        Optional<String> keep = chosen.get().map(lane -> lane.row().keyId());
        List<Lane> sorted = rows.stream()
                .map(row -> Lane.of(row, moments))
                .sorted(Comparator.comparing((Lane lane) -> lane.due().orElse(java.time.Instant.MAX)).thenComparing(Lane::name))
                .toList();
        agenda.setAll(AgendaEntry.of(sorted));
        lanes.setAll(sorted);
        chosen.set(sorted.stream().filter(lane -> keep.equals(Optional.of(lane.row().keyId()))).findFirst());
        status.dueRotationsProperty().set((int) overdue().size());
        loaded.set(true);
    }

    public void rotateNow(Lane lane) {
        act(new RotateKeyOnDemand.Request(lane.row().keyId()), lane.name() + " rotated. What it encrypted before still opens.");
    }

    /// From today on.
    public void setPeriod(Lane lane, int days) {
        act(EnableKeyRotation.Request.of(lane.row().keyId(), days), lane.name() + " rotates every " + days + " days");
    }

    public void stopRotating(Lane lane) {
        act(new DisableKeyRotation.Request(lane.row().keyId()), lane.name() + " no longer rotates by itself");
    }

    public void cancelDeletion(Lane lane) {
        act(new CancelKeyDeletion.Request(lane.row().keyId()), lane.name() + " stays. It is disabled until you enable it.");
    }

    private void act(KmsRequest<?> request, String done) {
        problem.set(Optional.empty());
        background.run(
                () -> client.call(request),
                answer -> {
                    said.accept(done);
                    refresh();
                },
                this::failed);
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
        loaded.set(true);
    }

    public List<Lane> overdue() {
        return lanes.stream().filter(lane -> lane.tone() == Lane.Tone.OVERDUE).toList();
    }

    /// What comes within 30 days, soonest first.
    public List<AgendaEntry> soon() {
        return AgendaEntry.within(agenda, 30, moments).toList();
    }

    /// How many earlier materials the keys keep so that old data opens.
    public long earlierMaterials() {
        return lanes.stream().mapToLong(lane -> lane.row().materials().stream().filter(span -> span.until().isPresent()).count()).sum();
    }

    public TimeScale scale() {
        return zoom.get().around(moments.now());
    }

    public ObservableList<Lane> lanes() {
        return shownLanes;
    }

    public ObservableList<AgendaEntry> agenda() {
        return shownAgenda;
    }

    public ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    public ObjectProperty<Optional<Lane>> chosenProperty() {
        return chosen;
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
