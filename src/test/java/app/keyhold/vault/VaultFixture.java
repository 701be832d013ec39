package app.keyhold.vault;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.keystore.KeyStoreBackends;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/// A vault in a temporary folder, as cheap as the bounds allow.
final class VaultFixture {
    static final String PASSPHRASE = "correct horse battery staple";
    static final NewVault.KdfCost CHEAP = new NewVault.KdfCost(8 * 1024, 1, 1);
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    final Path folder;
    final Path state;
    final InstantSource clock = Clock.fixed(NOW, ZoneOffset.UTC);

    VaultFixture(Path temporary) {
        folder = temporary.resolve("test.keyhold");
        state = temporary.resolve("state");
    }

    Vaults vaults() {
        return new Vaults(clock, state, Attendant.NONE);
    }

    Vaults vaults(Consumer<String> reached) {
        return new Vaults(clock, state, Attendant.NONE, KeyStoreBackends.NONE, reached);
    }

    /// As on a computer that has not seen the vault yet: what a killed process left is one that never locked.
    OpenVault unlockKilled(Path killed, String user, String passphrase) {
        var state = killed.resolveSibling("state of " + killed.getFileName());
        return new Vaults(clock, state, Attendant.NONE).unlock(killed, as(user, passphrase));
    }

    OpenVault create() {
        return vaults().create(wanted());
    }

    NewVault wanted() {
        return new NewVault(
                folder,
                Optional.of("111122223333"),
                "us-east-1",
                secret(PASSPHRASE),
                Optional.empty(),
                CHEAP,
                "cli",
                false);
    }

    OpenVault unlock() {
        return unlock("owner", PASSPHRASE);
    }

    OpenVault unlock(String user, String passphrase) {
        return vaults().unlock(folder, as(user, passphrase));
    }

    static Unlocking as(String user, String passphrase) {
        return Unlocking.as(user, secret(passphrase), "cli");
    }

    static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(SecretBytes secret) {
        return secret.use(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
