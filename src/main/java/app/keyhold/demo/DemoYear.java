package app.keyhold.demo;

import app.keyhold.kms.Client;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Plays a year, day by day: keys are made, used, rotated when due, disabled and given up.
final class DemoYear {
    static final int DAYS = 365;
    private static final int WORKDAY_SECONDS = 18_000;

    private final TurnedClock clock;
    private final Client owner;
    private final DemoUse use;
    private final Runnable nightlyWork;
    private final RandomGenerator dice;
    private final DemoSeason season = new DemoSeason();
    private final Map<String, String> keyIds = new HashMap<>();
    private final List<DemoKey> alive = new ArrayList<>();

    /// @param nightlyWork what the schedule does when a day ends
    DemoYear(TurnedClock clock, DemoPeople people, Runnable nightlyWork, RandomGenerator dice) {
        this.clock = clock;
        this.owner = people.owner();
        this.use = new DemoUse(people, dice);
        this.nightlyWork = nightlyWork;
        this.dice = dice;
    }

    /// What falls due on the last day is left for the first unlock, which tells of it.
    ///
    /// @param today the last day; it ends at the present hour
    void play(Instant today) {
        for (int left = DAYS; left >= 0; left--) {
            int daysLeft = left;
            var morning = today.minus(Duration.ofDays(left)).minus(Duration.ofHours(6));
            clock.turnTo(morning);
            DemoKey.ALL.stream().filter(key -> key.age() == daysLeft).forEach(this::create);
            var day = LocalDate.ofInstant(morning, ZoneOffset.UTC);
            work(day, daysLeft);
            milestones(day, daysLeft);
            if (daysLeft > 0) {
                nightlyWork.run();
            }
        }
    }

    private void create(DemoKey key) {
        var made = owner.call(CreateKey.Request.of(key.spec(), key.usage(), key.description())
                .withTags(List.of(new Tag("team", team(key)))));
        var keyId = made.keyMetadata().keyId();
        owner.call(new CreateAlias.Request(key.alias(), keyId));
        if (key.rotation() > 0) {
            owner.call(EnableKeyRotation.Request.of(keyId, key.rotation()));
        }
        keyIds.put(key.name(), keyId);
        alive.add(key);
        clock.turn(Duration.ofMinutes(2));
    }

    private void work(LocalDate day, int daysLeft) {
        int calls = season.calls(day, (DAYS - daysLeft) / (double) DAYS, dice);
        for (int i = 0; i < calls; i++) {
            clock.turn(Duration.ofSeconds(dice.nextInt(60, WORKDAY_SECONDS / calls)));
            pick().ifPresent(key -> use.once(key, day));
        }
        if (dice.nextInt(9) == 0) {
            pick().ifPresent(key -> use.refused(key, day));
        }
    }

    /// Somebody who has lost a permission keeps trying.
    private void persist(LocalDate day) {
        for (int i = 0; i < 17; i++) {
            clock.turn(Duration.ofSeconds(dice.nextInt(2, 40)));
            pick().ifPresent(key -> use.refused(key, day));
        }
    }

    private Optional<DemoKey> pick() {
        var usable = alive.stream().filter(DemoUse::isUsed).toList();
        int total = usable.stream().mapToInt(DemoKey::calls).sum();
        if (total == 0) {
            return Optional.empty();
        }
        int drawn = dice.nextInt(total);
        for (DemoKey key : usable) {
            drawn -= key.calls();
            if (drawn < 0) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private void milestones(LocalDate day, int daysLeft) {
        switch (daysLeft) {
            case 300 -> alias("payroll", "salaries");
            case 290 -> alias("payroll", "payslips");
            case 250 -> alias("customer-pii", "customers");
            case 230 -> lend("payroll", "billing", GrantConstraints.NONE, GrantOperation.Encrypt, GrantOperation.DescribeKey);
            case 204 -> rotate("db-master");
            case 143, 17 -> persist(day);
            case 101 -> rotate("payroll");
            case 96 ->
                lend("payroll", "nightly", GrantConstraints.contextSubset(Map.of("run", "salaries")), GrantOperation.Decrypt);
            case 64 -> rotate("customer-pii");
            case 45 -> giveUp("legacy-archive", id -> owner.call(new DisableKey.Request(id)));
            case 40 -> giveUp("legacy-sync", id -> owner.call(ScheduleKeyDeletion.Request.of(id, 30)));
            case 30 -> giveUp("crm-export", id -> owner.call(ScheduleKeyDeletion.Request.of(id, 30)));
            case 21 -> giveUp("old-laptop", id -> owner.call(ScheduleKeyDeletion.Request.of(id, 30)));
            case 12 -> giveUp("house-plans", id -> owner.call(new DisableKey.Request(id)));
            default -> {}
        }
    }

    private void alias(String key, String name) {
        owner.call(new CreateAlias.Request("alias/" + name, id(key)));
    }

    private void lend(String key, String person, GrantConstraints constraints, GrantOperation... operations) {
        String arn = "arn:aws:iam::" + DemoVault.ACCOUNT + ":user/" + person;
        owner.call(CreateGrant.Request.of(id(key), arn, operations).withConstraints(constraints));
    }

    private void rotate(String key) {
        owner.call(new RotateKeyOnDemand.Request(id(key)));
    }

    private void giveUp(String key, Consumer<String> how) {
        how.accept(id(key));
        alive.removeIf(one -> one.name().equals(key));
    }

    private String id(String key) {
        var id = keyIds.get(key);
        if (id == null) {
            throw new IllegalStateException("The demo's year has no key " + key + " yet");
        }
        return id;
    }

    private static String team(DemoKey key) {
        return switch (key.usage()) {
            case SIGN_VERIFY -> "build";
            case GENERATE_VERIFY_MAC -> "shop";
            default -> "office";
        };
    }
}
