package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Inspection;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was handed over, and the sheet it waits on. FX thread only.
final class FilesModel {
    private final Client client;
    private final JobsModel jobs;
    private final Background background;
    private final Formats formats;
    private final DesktopPreferences preferences;
    private final SheetModel sheet;
    private final ReadOnlyObjectWrapper<Survey> survey = new ReadOnlyObjectWrapper<>(Survey.NOTHING);
    private final ReadOnlyObjectWrapper<Survey> hovering = new ReadOnlyObjectWrapper<>(Survey.NOTHING);
    private AtomicBoolean stopLooking = new AtomicBoolean();
    private Optional<Survey> measured = Optional.empty();

    FilesModel(
            Client client, JobsModel jobs, Background background, Formats formats, DesktopPreferences preferences) {
        this.client = client;
        this.jobs = jobs;
        this.background = background;
        this.formats = formats;
        this.preferences = preferences;
        this.sheet = new SheetModel(preferences);
        sheet.folderProperty().subscribe(_ -> measure());
    }

    /// @param screenSession what the query is audited under
    void loadKeys(String screenSession, Consumer<Throwable> failed) {
        background.run(
                () -> client.call(new QueryKeys.Request(screenSession)).keys(),
                keys -> {
                    sheet.showKeys(
                            keys.stream()
                                    .filter(KeyFit::isUsable)
                                    .sorted(KeyFit.BY_NAME)
                                    .map(KeyChoice::of)
                                    .toList(),
                            keys.stream().collect(Collectors.toMap(KeyRow::arn, key -> VaultKey.of(key, formats))));
                    startUnasked();
                },
                failed);
    }

    /// Puts files onto the newest material of their keys.
    void reencrypt(List<Path> files) {
        if (!files.isEmpty()) {
            jobs.submit(new BatchOrder.Reencrypt(files, List.of(), true, Optional.empty(), true), "");
        }
    }

    /// Looks at what hovers over the window, for the words in the zone.
    void hover(List<Path> files) {
        look(files, hovering::set);
    }

    void hoverEnds() {
        stopLooking.set(true);
        hovering.set(Survey.NOTHING);
    }

    /// Takes what was dropped, pasted or chosen: onto the sheet, or straight to work where nothing is to be asked.
    ///
    /// @param part of it that is wanted
    /// @param nothing told when that part is empty
    void take(List<Path> files, UnaryOperator<Survey> part, Runnable nothing) {
        hovering.set(Survey.NOTHING);
        look(files, all -> {
            var found = part.apply(all);
            survey.set(found);
            if (!found.counting()) {
                measure();
            }
            if (found.isEmpty() && !found.counting()) {
                nothing.run();
            }
        });
    }

    private void look(List<Path> files, Consumer<Survey> show) {
        stopLooking.set(true);
        var stop = new AtomicBoolean();
        stopLooking = stop;
        Consumer<Survey> current = found -> {
            if (!stop.get()) {
                show.accept(found);
            }
        };
        var surveyor = new Surveyor(stop::get, found -> background.onScreen(() -> current.accept(found)));
        background.run(() -> surveyor.look(files), current, _ -> current.accept(Survey.NOTHING));
    }

    private void measure() {
        var settled = survey.get();
        var folder = sheet.folderProperty().get();
        measured = Optional.empty();
        background.run(
                () -> Room.of(settled, folder),
                rooms -> {
                    if (settled == survey.get() && folder.equals(sheet.folderProperty().get())) {
                        sheet.roomsProperty().set(rooms);
                        measured = Optional.of(settled);
                        startUnasked();
                    }
                },
                _ -> {});
    }

    /// Once everything is known that would have been on the sheet, and if it would have been pressed at once.
    private void startUnasked() {
        var settled = survey.get();
        if (preferences.dropWithoutAskingProperty().get()
                && measured.filter(settled::equals).isPresent()
                && !settled.counting()
                && uncommitted().isEmpty()) {
            start(false);
        }
    }

    /// Files whose opening has to be allowed.
    List<Inspection> uncommitted() {
        return survey.get().decrypt().uncommitted();
    }

    void leaveOutUncommitted() {
        survey.set(survey.get().onlyCommitted());
        measure();
    }

    void putAway() {
        stopLooking.set(true);
        survey.set(Survey.NOTHING);
        sheet.roomsProperty().set(List.of());
    }

    /// Hands the orders to the queue; the sheet goes away.
    ///
    /// @param allowUncommitted whether what does not commit to its key is opened all the same
    void start(boolean allowUncommitted) {
        var settled = survey.get();
        if (settled.isEmpty() || sheet.problem(settled).isPresent()) {
            return;
        }
        String key = sheet.recipients().stream().map(KeyChoice::name).collect(Collectors.joining(", "));
        new SheetOrders(sheet, allowUncommitted)
                .of(settled)
                .forEach(order -> jobs.submit(order, order instanceof BatchOrder.Encrypt ? key : ""));
        sheet.started();
        putAway();
    }

    SheetModel sheet() {
        return sheet;
    }

    ReadOnlyObjectProperty<Survey> surveyProperty() {
        return survey.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Survey> hoveringProperty() {
        return hovering.getReadOnlyProperty();
    }
}
