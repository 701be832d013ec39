package app.keyhold.bench;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.Permissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A real vault in a folder of its own, made and unlocked as a person does it. Only unlocking is made cheap.
final class BenchVault implements AutoCloseable {
    private static final int CALLERS = 32;

    private final Path folder;
    private final OpenVault vault;

    private BenchVault(Path folder, OpenVault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    static BenchVault make() throws IOException {
        return make(temporaryFolder());
    }

    private static BenchVault make(Path folder) {
        return make(folder, Clock.systemUTC());
    }

    private static BenchVault make(Path folder, Clock clock) {
        return new BenchVault(
                folder,
                vaults(folder, clock)
                        .create(new NewVault(
                                folder.resolve("bench.keyhold"),
                                Optional.of("111122223333"),
                                "us-east-1",
                                passphrase(),
                                Optional.empty(),
                                new NewVault.KdfCost(8 * 1024, 1, 1),
                                "bench",
                                true)));
    }

    /// With `keys` keys more than a vault has by itself; made once, kept for the next measurement.
    static BenchVault withKeys(int keys) throws Exception {
        Path kept = root().resolve("keys-" + keys);
        if (!Files.exists(kept.resolve("ready"))) {
            if (Files.exists(kept)) {
                remove(kept);
            }
            Files.createDirectories(kept);
            try (BenchVault vault = make(kept)) {
                vault.fill(keys);
            }
            Files.createFile(kept.resolve("ready"));
        }
        return unlock(kept);
    }

    /// With so many events over 400 days; made once, kept for the next measurement.
    static BenchVault withEvents(int events) throws Exception {
        Path kept = root().resolve("events-" + events);
        if (!Files.exists(kept.resolve("ready"))) {
            if (Files.exists(kept)) {
                remove(kept);
            }
            Files.createDirectories(kept);
            var year = new BusyYear(events);
            try (BenchVault vault = make(kept, year)) {
                for (String name : List.of("eva", "billing", "stranger")) {
                    String permissions = name.equals("stranger") ? Permissions.NONE.name() : Permissions.KEY_USER.name();
                    vault.owner().call(new CreateUser.Request(name, passphrase(), Optional.empty(), permissions));
                }
                try (BenchVault eva = unlock(kept, "eva", year);
                        BenchVault billing = unlock(kept, "billing", year);
                        BenchVault stranger = unlock(kept, "stranger", year)) {
                    year.happen(vault.owner(), List.of(eva.owner(), billing.owner()), stranger.owner());
                }
            }
            Files.createFile(kept.resolve("ready"));
        }
        return unlock(kept);
    }

    static BenchVault unlock(Path folder) {
        return unlock(folder, "owner", Clock.systemUTC());
    }

    private static BenchVault unlock(Path folder, String user, Clock clock) {
        return new BenchVault(
                folder,
                vaults(folder, clock).unlock(folder.resolve("bench.keyhold"), Unlocking.as(user, passphrase(), "bench")));
    }

    private void fill(int keys) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> made = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                made.add(callers.submit(() -> key(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT)));
            }
            for (Future<?> one : made) {
                one.get();
            }
        }
    }

    private static Vaults vaults(Path folder, Clock clock) {
        return new Vaults(clock, folder.resolve("state"), Attendant.NONE);
    }

    private static SecretBytes passphrase() {
        return SecretBytes.takeOver("correct horse battery staple".getBytes(StandardCharsets.UTF_8));
    }

    static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory(root(), "v");
    }

    /// On the disk that is measured: the one of the working folder unless `keyhold.bench.folder` names another.
    static Path root() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("keyhold.bench.folder", "target/bench/vaults")));
    }

    Path folder() {
        return folder;
    }

    Client owner() {
        return vault.client();
    }

    String key(KeySpec spec, KeyUsage usage) {
        return owner().call(CreateKey.Request.of(spec, usage, "bench")).keyMetadata().keyId();
    }

    /// Leaves it for the next measurement.
    void lock() {
        vault.lock();
    }

    @Override
    public void close() throws IOException {
        lock();
        if (folder.getFileName().toString().startsWith("v")) {
            remove(folder);
        }
    }

    static void remove(Path folder) throws IOException {
        List<Path> all;
        try (var found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
