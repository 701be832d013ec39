package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.settings.DesktopPreferences;
import app.keyhold.files.BatchOrder;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What was handed over and what is being worked on.
final class FilesModel {
    private final Client client;
    private final JobsModel jobs;
    private final Background background;
    private final DesktopPreferences preferences;
    private final SheetModel sheet;
    private final ReadOnlyObjectWrapper<Survey> survey = new ReadOnlyObjectWrapper<>(Survey.NOTHING);
    private final ReadOnlyObjectWrapper<Survey> hovering = new ReadOnlyObjectWrapper<>(Survey.NOTHING);
    private AtomicBoolean stopLooking = new AtomicBoolean();

    FilesModel(Client client, JobsModel jobs, Background background, DesktopPreferences preferences) {
        this.client = client;
        this.jobs = jobs;
        this.background = background;
        this.preferences = preferences;
        this.sheet = new SheetModel(preferences);
    }

    /// @param screenSession what the query is audited under
    void loadKeys(String screenSession, Consumer<Throwable> failed) {
        background.run(
                () -> client.call(new QueryKeys.Request(screenSession)).keys().stream()
                        .filter(KeyFit::isUsable)
                        .map(KeyChoice::of)
                        .toList(),
                sheet::showKeys,
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
            if (found.isEmpty() && !found.counting()) {
                nothing.run();
            }
            if (preferences.dropWithoutAskingProperty().get() && !found.counting() && sheet.problem(found).isEmpty()) {
                start();
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

    void putAway() {
        stopLooking.set(true);
        survey.set(Survey.NOTHING);
    }

    /// Hands the orders to the queue; the sheet goes away.
    void start() {
        var settled = survey.get();
        if (settled.isEmpty() || sheet.problem(settled).isPresent()) {
            return;
        }
        String key = sheet.keyProperty().get().map(KeyChoice::name).orElse("");
        sheet.orders(settled).forEach(order -> jobs.submit(order, order instanceof BatchOrder.Encrypt ? key : ""));
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
