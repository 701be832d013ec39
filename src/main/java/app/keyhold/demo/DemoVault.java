package app.keyhold.demo;

import app.keyhold.files.FileService;
import app.keyhold.kms.Client;
import app.keyhold.schedule.Schedule;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Makes the demo vault: real keys, real calls, a year of them, in a few seconds.
public final class DemoVault {
    /// What the demo vault is opened with, shown wherever it is asked for: there is nothing in it to protect.
    public static final String PASSPHRASE = DemoPeople.PASSPHRASE;

    static final String ACCOUNT = "123456789012";
    private static final int ALWAYS_THE_SAME_YEAR = 2026;

    private DemoVault() {}

    /// Leaves a locked vault in `folder`/demo.keyhold and some encrypted papers in `folder`/papers.
    ///
    /// @param folder empty or missing
    /// @param files the files room for an open vault
    /// @param today when the year ends
    /// @return the vault's folder
    public static Path seed(Path folder, Function<OpenVault, FileService> files, Instant today) {
        var vaultFolder = folder.resolve("demo.keyhold");
        var clock = new TurnedClock(today.minus(Duration.ofDays(DemoYear.DAYS + 1)));
        var nights = new Nights(clock);
        var vaults = new Vaults(clock, folder.resolve("state"), nights);
        try (var passphrase = DemoPeople.passphrase();
                var vault = vaults.create(new NewVault(
                        vaultFolder,
                        Optional.of(ACCOUNT),
                        "us-east-1",
                        passphrase,
                        Optional.empty(),
                        NewVault.KdfCost.FLOOR,
                        "cli",
                        true))) {
            FirstRun.createMyFiles(vault.client());
            var people = DemoPeople.moveInto(vault);
            new DemoYear(clock, people, nights, new Random(ALWAYS_THE_SAME_YEAR)).play(today);
            DemoFiles.encrypt(folder.resolve("papers"), files.apply(vault));
        }
        return vaultFolder;
    }

    /// Unlocks a seeded vault for its owner.
    public static OpenVault open(Vaults vaults, Path vault) {
        try (var passphrase = DemoPeople.passphrase()) {
            return vaults.unlock(vault, Unlocking.as("owner", passphrase, "desktop"));
        }
    }

    /// The schedule's part, once a day.
    private static final class Nights implements Attendant, Runnable {
        private final TurnedClock clock;
        private Optional<Schedule> schedule = Optional.empty();

        Nights(TurnedClock clock) {
            this.clock = clock;
        }

        @Override
        public void unlocked(OpenVault vault, Client service) {
            schedule = Optional.of(new Schedule(
                    service, clock, () -> Duration.ofMillis(clock.instant().toEpochMilli()).toNanos()));
        }

        @Override
        public void run() {
            schedule.orElseThrow().catchUp();
        }
    }
}
