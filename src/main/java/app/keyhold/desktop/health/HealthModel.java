package app.keyhold.desktop.health;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.health.Result.Finding;
import app.keyhold.desktop.health.Result.State;
import app.keyhold.desktop.lock.LockSignal;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.MeasureUnlock;
import app.keyhold.vault.operation.RepairPermissions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The checks: what the vault's own check looks at, and what only this desktop can know. A check that can't be run says
/// so and hinders no other.
final class HealthModel {
    private static final Words WORDS = Words.of(HealthModel.class);

    private final Client client;
    private final Background background;
    private final Clock clock;
    private final Map<LockSignal, LockSignal.State> signals;
    private final Callable<Integer> unfinished;
    private final Consumer<String> said;
    private final ObservableList<Result> results = FXCollections.observableArrayList(
            Arrays.stream(Topic.values()).map(Result::notRun).toList());
    private final ObservableList<Result> readOnlyResults = FXCollections.unmodifiableObservableList(results);
    private final ReadOnlyObjectWrapper<Optional<Instant>> ran = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private int awaited;

    /// @param signals what is heard of the system's signals on this machine
    /// @param unfinished how many file jobs were left by a program that was killed
    /// @param said told a sentence about each repair
    HealthModel(
            Client client,
            Background background,
            Clock clock,
            Map<LockSignal, LockSignal.State> signals,
            Callable<Integer> unfinished,
            Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.clock = clock;
        this.signals = signals;
        this.unfinished = unfinished;
        this.said = said;
    }

    void runAll() {
        if (running.get()) {
            return;
        }
        problem.set(Optional.empty());
        running.set(true);
        awaited = 3;
        results.replaceAll(one -> Result.running(one.topic()));
        show(lockSignals());
        background.run(
                () -> client.call(new CheckVault.Request()).checks(),
                checks -> {
                    checks.forEach(check -> show(result(check)));
                    arrived();
                },
                failure -> {
                    Arrays.stream(CheckVault.Kind.values())
                            .forEach(kind -> show(Result.unknown(Topic.of(kind), Problem.of(failure).text())));
                    arrived();
                });
        look(Topic.UNLOCK, () -> unlock(client.call(new MeasureUnlock.Request())));
        look(Topic.UNFINISHED, () -> unfinished(unfinished.call()));
    }

    private void look(Topic topic, Callable<Result> check) {
        background.run(
                check,
                result -> {
                    show(result);
                    arrived();
                },
                failure -> {
                    show(Result.unknown(topic, Problem.of(failure).text()));
                    arrived();
                });
    }

    private void arrived() {
        awaited--;
        if (awaited == 0) {
            running.set(false);
            ran.set(Optional.of(clock.instant()));
        }
    }

    private void show(Result result) {
        results.set(result.topic().ordinal(), result);
    }

    private static Result result(CheckVault.Check check) {
        return Result.of(
                Topic.of(check.kind()),
                "",
                check.findings().stream()
                        .map(found -> new Finding(
                                state(found.severity()), found.about(), found.what(), found.advice(), Fix.of(found.remedy())))
                        .toList());
    }

    private static State state(CheckVault.Severity severity) {
        return switch (severity) {
            case NOTE -> State.NOTE;
            case WARNING -> State.WARNING;
            case DAMAGE -> State.DAMAGE;
        };
    }

    private static Result unlock(MeasureUnlock.Response measured) {
        String note = measured.slots().stream()
                .findFirst()
                .map(slot -> WORDS.get("unlock.takes", slot.milliseconds(), slot.kdf()))
                .orElse("");
        List<Finding> findings = measured.slots().stream()
                .filter(slot -> slot.verdict() != MeasureUnlock.Verdict.FINE)
                .map(slot -> new Finding(
                        slot.verdict() == MeasureUnlock.Verdict.WEAK ? State.WARNING : State.NOTE,
                        slot.userName(),
                        verdict(slot),
                        WORDS.get("unlock.advice"),
                        Fix.RECALIBRATE))
                .toList();
        return Result.of(Topic.UNLOCK, note, findings);
    }

    private static String verdict(MeasureUnlock.Measured slot) {
        return switch (slot.verdict()) {
            case FINE -> "";
            case WEAK -> WORDS.get("unlock.weak", slot.kdf());
            case QUICK -> WORDS.get("unlock.quick", slot.milliseconds());
            case SLOW -> WORDS.get("unlock.slow", slot.milliseconds());
        };
    }

    private Result lockSignals() {
        if (signals.containsValue(LockSignal.State.HEARD)) {
            return Result.of(Topic.LOCK_SIGNALS, WORDS.get("signals.heard"), List.of());
        }
        boolean deaf = signals.containsValue(LockSignal.State.DEAF);
        return Result.of(
                Topic.LOCK_SIGNALS,
                "",
                List.of(new Finding(
                        State.WARNING,
                        WORDS.get("signals.about"),
                        WORDS.get("signals.silent"),
                        WORDS.get(deaf ? "signals.deafAdvice" : "signals.advice"),
                        Fix.NONE)));
    }

    private static Result unfinished(int count) {
        return Result.of(
                Topic.UNFINISHED,
                "",
                count == 0
                        ? List.of()
                        : List.of(new Finding(
                                State.WARNING,
                                WORDS.get("unfinished.about"),
                                WORDS.get("unfinished.what", count),
                                WORDS.get("unfinished.advice"),
                                Fix.FILES)));
    }

    /// Takes the vault's files away from others, then looks again.
    void repairPermissions() {
        background.run(
                () -> client.call(new RepairPermissions.Request()).files(),
                files -> {
                    said.accept(WORDS.get("permissions.repaired", files.size()));
                    runAll();
                },
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    /// @param file must not exist
    void save(Path file) {
        String text = report();
        background.run(
                () -> Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW),
                written -> said.accept(WORDS.get("report.saved", written)),
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    /// As text, for whoever helps.
    String report() {
        var report = new StringBuilder(WORDS.get("report.title", ran.get().map(Instant::toString).orElse("–")) + "\n\n");
        for (Result result : results) {
            report.append(WORDS.get("report.check", result.word(), result.title(), result.note()).strip()).append('\n');
            result.findings()
                    .forEach(found -> report.append("    ")
                            .append(WORDS.get("report.finding", found.about(), found.what(), found.advice()).strip())
                            .append('\n'));
        }
        return report.toString();
    }

    ObservableList<Result> results() {
        return readOnlyResults;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// When all had answered the last time.
    ReadOnlyObjectProperty<Optional<Instant>> ranProperty() {
        return ran.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
