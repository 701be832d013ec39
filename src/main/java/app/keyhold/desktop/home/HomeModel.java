package app.keyhold.desktop.home;

import app.keyhold.desktop.frame.Background;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.QueryHistogram;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.Users;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the home page tells.
final class HomeModel {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int DAYS = 30;
    private static final int EVENTS = 8;
    private static final Duration RECENT = Duration.ofDays(1);

    /// @param byState how many keys are in each state
    /// @param rotations due within 30 days, next first
    /// @param deletions pending, next first
    /// @param denied calls refused by policy within a day
    /// @param lastBackup the newest backup that was verified
    /// @param activity a bar a day over 30 days; empty for whoever may not see the timeline
    /// @param recent the newest events that did something
    /// @param firstSteps those that are done; empty for whoever is not the owner
    record Glance(
            Map<KeyState, Long> byState,
            List<QueryKeys.KeyRow> rotations,
            List<QueryKeys.KeyRow> deletions,
            long denied,
            Optional<Instant> lastBackup,
            List<QueryHistogram.Bar> activity,
            List<LookupEvents.Event> recent,
            Optional<Set<FirstStep>> firstSteps) {}

    private final Client client;
    private final Background background;
    private final Clock clock;
    private final String user;
    private final ReadOnlyIntegerProperty lockMinutes;
    private final ReadOnlyObjectWrapper<Optional<Glance>> glance = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param user who is here
    /// @param lockMinutes after which the vault locks itself; 0 for never
    HomeModel(Client client, Background background, Clock clock, String user, ReadOnlyIntegerProperty lockMinutes) {
        this.client = client;
        this.background = background;
        this.clock = clock;
        this.user = user;
        this.lockMinutes = lockMinutes;
    }

    void load(String screenSession, Consumer<Throwable> failed) {
        boolean locksItself = lockMinutes.get() > 0;
        background.run(() -> look(screenSession, locksItself), seen -> glance.set(Optional.of(seen)), failed);
    }

    /// Takes the deletion of a key back.
    void keep(QueryKeys.KeyRow key, Runnable done, Consumer<Throwable> failed) {
        background.run(() -> client.call(new CancelKeyDeletion.Request(key.keyId())), _ -> done.run(), failed);
    }

    private Glance look(String screenSession, boolean locksItself) {
        Instant now = clock.instant();
        var keys = client.call(new QueryKeys.Request(screenSession)).keys();
        var backups = events(screenSession, List.of("Backup"), LookupEvents.Result.ALLOWED, Optional.empty()); // not words
        var denied = events(screenSession, List.of(), LookupEvents.Result.DENIED, Optional.of(now.minus(RECENT)));
        return new Glance(
                keys.stream().collect(Collectors.groupingBy(QueryKeys.KeyRow::state, TreeMap::new, Collectors.counting())),
                soonest(keys, QueryKeys.KeyRow::nextRotation, now.plus(SOON)),
                soonest(keys, QueryKeys.KeyRow::deletionDate, Instant.MAX),
                denied.total(),
                backups.events().stream().map(LookupEvents.Event::time).findFirst(),
                activity(screenSession, now),
                recent(screenSession),
                user.equals(Users.OWNER)
                        ? Optional.of(stepsDone(screenSession, !backups.events().isEmpty(), locksItself))
                        : Optional.empty());
    }

    private Set<FirstStep> stepsDone(String session, boolean backedUp, boolean locksItself) {
        var done = EnumSet.noneOf(FirstStep.class);
        if (client.call(new ListUsers.Request(session)).users().stream()
                .anyMatch(one -> one.userName().equals(user) && one.recoveryTested().isPresent())) {
            done.add(FirstStep.RECOVERY_SHEET);
        }
        if (backedUp) {
            done.add(FirstStep.BACKUP);
        }
        if (events(session, List.of("RecordFiles"), LookupEvents.Result.ALLOWED, Optional.empty()).total() > 0) { // not words
            done.add(FirstStep.FIRST_FILE);
        }
        if (locksItself) {
            done.add(FirstStep.AUTO_LOCK);
        }
        return done;
    }

    /// Whole days, up to the end of today.
    private List<QueryHistogram.Bar> activity(String session, Instant now) {
        Instant until = now.atZone(clock.getZone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
        List<QueryHistogram.Bar> bars = client
                .call(new QueryHistogram.Request(
                        session,
                        until.minus(SOON),
                        until,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true),
                        DAYS))
                .bars();
        return IntStream.range(0, DAYS)
                .mapToObj(day -> until.minus(SOON).plus(Duration.ofDays(day)))
                .map(start -> bars.stream()
                        .filter(bar -> !bar.start().isBefore(start) && bar.start().isBefore(start.plus(RECENT)))
                        .reduce(new QueryHistogram.Bar(start, 0, 0, 0, 0), HomeModel::together))
                .toList();
    }

    private static QueryHistogram.Bar together(QueryHistogram.Bar day, QueryHistogram.Bar part) {
        return new QueryHistogram.Bar(
                day.start(),
                day.use() + part.use(),
                day.administration() + part.administration(),
                day.denied() + part.denied(),
                day.reads() + part.reads());
    }

    private List<LookupEvents.Event> recent(String session) {
        return client.call(new LookupEvents.Request(
                        session,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true),
                        Optional.empty(),
                        EVENTS))
                .events();
    }

    private static List<QueryKeys.KeyRow> soonest(
            List<QueryKeys.KeyRow> keys,
            Function<QueryKeys.KeyRow, Optional<Instant>> date,
            Instant until) {
        return keys.stream()
                .filter(key -> date.apply(key).filter(until::isAfter).isPresent())
                .sorted(Comparator.comparing(key -> date.apply(key).orElse(Instant.MAX)))
                .toList();
    }

    private LookupEvents.Response events(
            String session, List<String> names, LookupEvents.Result result, Optional<Instant> from) {
        return client.call(new LookupEvents.Request(
                session,
                from,
                Optional.empty(),
                List.of(),
                List.of(),
                names,
                Optional.of(result.name()),
                Optional.empty(),
                Optional.empty(),
                1));
    }

    ReadOnlyObjectProperty<Optional<Glance>> glanceProperty() {
        return glance.getReadOnlyProperty();
    }
}
