package app.keyhold.desktop.rotation;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.desktop.frame.UndoStack;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
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
import java.util.stream.Stream;
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
    private static final Words WORDS = Words.of(RotationModel.class);

    private final Client client;
    private final Background background;
    private final Moments moments;
    private final SessionStatus status;
    private final String screenSession;
    private final Consumer<String> said;
    private final Undoable undo;
    private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
    private final ObservableList<AgendaEntry> agenda = FXCollections.observableArrayList();
    private final ObservableList<GanttRow> gantt = FXCollections.observableArrayList();
    private final ObservableList<AgendaEntry> groupedAgenda = FXCollections.observableArrayList();
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
    // One wrapper for good: listeners on one made anew would be collected with it.
    private final ObservableList<Lane> shownLanes = FXCollections.unmodifiableObservableList(lanes);
    private final ObservableList<AgendaEntry> shownAgenda = FXCollections.unmodifiableObservableList(agenda);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.TWO_YEARS);
    private final ObjectProperty<Optional<Lane>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Told of what can be taken back: [app.keyhold.desktop.frame.UndoStack#did].
    @FunctionalInterface
    public interface Undoable {
        void did(String what, UndoStack.Change undo, UndoStack.Change redo);
    }

    /// @param said told a sentence about each action that succeeded and can't be taken back
    public RotationModel(
            Client client,
            Background background,
            Moments moments,
            SessionStatus status,
            String screenSession,
            Consumer<String> said,
            Undoable undo) {
        this.client = client;
        this.background = background;
        this.moments = moments;
        this.status = status;
        this.screenSession = screenSession;
        this.said = said;
        this.undo = undo;
        grouping.subscribe(_ -> group());
    }

    public void refresh() {
        background.run(
                () -> client.call(new QueryRotations.Request(screenSession)), answer -> show(answer.rows()), this::failed);
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
        group();
        draft.set(Optional.empty());
        chosen.set(sorted.stream().filter(lane -> keep.equals(Optional.of(lane.row().keyId()))).findFirst());
        status.dueRotationsProperty().set((int) overdue().size());
        loaded.set(true);
    }

    private void group() {
        gantt.setAll(grouping.get().rows(lanes, moments));
        groupedAgenda.setAll(grouping.get().entries(agenda, moments));
    }

    public void rotateNow(Lane lane) {
        act(new RotateKeyOnDemand.Request(lane.row().keyId()), WORDS.get("did.rotated", lane.name()));
    }

    /// From today on.
    public void setPeriod(Lane lane, int days) {
        String id = lane.row().keyId();
        change(
                List.of(EnableKeyRotation.Request.of(id, days)),
                List.of(before(lane)),
                WORDS.get("did.period", lane.name(), days));
    }

    public void stopRotating(Lane lane) {
        change(
                List.of(new DisableKeyRotation.Request(lane.row().keyId())),
                List.of(before(lane)),
                WORDS.get("did.stopped", lane.name()));
    }

    /// What gives the key its period back; the next rotation is then a whole period from that day.
    private static KmsRequest<?> before(Lane lane) {
        String id = lane.row().keyId();
        return lane.row().next().isPresent()
                ? EnableKeyRotation.Request.of(id, lane.row().periodInDays())
                : new DisableKeyRotation.Request(id);
    }

    public void cancelDeletion(Lane lane) {
        act(new CancelKeyDeletion.Request(lane.row().keyId()), WORDS.get("did.kept", lane.name()));
    }

    /// A day that is too full, and what to do about it.
    Optional<Spread> spread() {
        return Spread.of(lanes, moments);
    }

    void apply(Spread spread) {
        change(
                spread.moves().stream()
                        .<KmsRequest<?>>map(move -> EnableKeyRotation.Request.of(move.lane().row().keyId(), move.days()))
                        .toList(),
                spread.moves().stream().<KmsRequest<?>>map(move -> before(move.lane())).toList(),
                WORDS.get("did.spread", spread.moves().size()));
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

    private void change(List<KmsRequest<?>> requests, List<KmsRequest<?>> back, String done) {
        problem.set(Optional.empty());
        UndoStack.Change redo = () -> requests.forEach(client::call);
        background.run(
                () -> {
                    redo.make();
                    return done;
                },
                what -> {
                    undo.did(what, () -> back.forEach(client::call), redo);
                    refresh();
                },
                failure -> {
                    // Some may have been made before one was refused.
                    refresh();
                    failed(failure);
                });
    }

    /// Tries out another period, without setting it.
    void draft(Draft wanted) {
        if (wanted.lane().canChangePeriod()) {
            draft.set(Optional.of(wanted));
        }
    }

    /// Moves what is tried out, or begins with the chosen key.
    void moveDraft(long days) {
        draft.get()
                .or(() -> chosen.get().filter(Lane::canChangePeriod).map(lane -> Draft.from(lane, moments)))
                .ifPresent(now -> draft.set(Optional.of(now.moved(days, moments))));
    }

    /// @return whether something was tried out
    boolean setDraft() {
        Optional<Draft> tried = draft.get();
        draft.set(Optional.empty());
        tried.ifPresent(one -> setPeriod(one.lane(), one.days()));
        return tried.isPresent();
    }

    /// @return whether something was tried out
    boolean dropDraft() {
        boolean tried = draft.get().isPresent();
        draft.set(Optional.empty());
        return tried;
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

    /// How many of the files the vault remembers are on older material.
    long filesOnOlderMaterial() {
        return lanes.stream().mapToLong(lane -> lane.row().filesOnOlderMaterial()).sum();
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

    /// The lanes as they are grouped, with their headings.
    ObservableList<GanttRow> gantt() {
        return gantt;
    }

    /// The agenda as it is grouped; soonest first in each group.
    ObservableList<AgendaEntry> groupedAgenda() {
        return groupedAgenda;
    }

    List<Grouping> groupings() {
        List<Grouping> all = Grouping.choices(lanes);
        return all.contains(grouping.get()) ? all : Stream.concat(all.stream(), Stream.of(grouping.get())).toList();
    }

    Grouping.Group group(Lane lane) {
        return grouping.get().group(lane, moments);
    }

    ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    public ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    public ObjectProperty<Optional<Lane>> chosenProperty() {
        return chosen;
    }

    /// The period that is tried out.
    ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
