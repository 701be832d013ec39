package app.keyhold.bench;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A real vault in a folder of its own under the working folder, unlocked as a person does it; removed with [#close].
/// Only unlocking is made cheap.
final class BenchVault implements AutoCloseable {
    private final Path folder;
    private final OpenVault vault;

    private BenchVault(Path folder, OpenVault vault) {
        this.folder = folder;
        this.vault = vault;
    }

    static BenchVault make() throws IOException {
        Path folder = temporaryFolder();
        var vaults = new Vaults(Clock.systemUTC(), folder.resolve("state"), Attendant.NONE);
        return new BenchVault(
                folder,
                vaults.create(new NewVault(
                        folder.resolve("bench.keyhold"),
                        Optional.of("111122223333"),
                        "us-east-1",
                        SecretBytes.takeOver("correct horse battery staple".getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        new NewVault.KdfCost(8 * 1024, 1, 1),
                        "bench",
                        true)));
    }

    /// On the disk that is measured: the one of the working folder unless `keyhold.bench.folder` names another.
    static Path temporaryFolder() throws IOException {
        return Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("keyhold.bench.folder", "target/bench/vaults"))), "v");
    }

    Client owner() {
        return vault.client();
    }

    String key(KeySpec spec, KeyUsage usage) {
        return owner().call(CreateKey.Request.of(spec, usage, "bench")).keyMetadata().keyId();
    }

    @Override
    public void close() throws IOException {
        vault.lock();
        remove(folder);
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
