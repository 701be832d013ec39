package app.keyhold.desktop;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Vaults;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.Permissions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/// A real vault in a temporary folder, seeded through its door on a clock that is turned by hand.
public final class SeededVault implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /// Time stands still until a test turns it.
    public static final class HandClock extends Clock {
        private Instant now;

        private HandClock(Instant start) {
            now = start;
        }

        public void turnTo(Instant time) {
            now = time;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Screens are shown in one zone");
        }
    }

    private final HandClock clock = new HandClock(NOW.minus(Duration.ofDays(400)));
    private final OpenVault vault;
    private final Background background = new Background(Runnable::run, Runnable::run);

    public SeededVault(Path temporary) {
        var cheap = new NewVault.KdfCost(8 * 1024, 1, 1);
        vault = new Vaults(clock, temporary.resolve("state"), Attendant.NONE)
                .create(new NewVault(
                        temporary.resolve("Personal.keyhold"),
                        Optional.of("123456789012"),
                        "us-east-1",
                        secret("correct horse battery staple"),
                        Optional.empty(),
                        cheap,
                        "desktop",
                        true));
        clock.turnTo(NOW.minus(Duration.ofDays(353)));
        key("payroll", KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, "Salary runs and payslips");
        rotating("payroll", 365);
        clock.turnTo(NOW.minus(Duration.ofDays(300)));
        key("customer-pii", KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, "Names and addresses");
        client().call(new RotateKeyOnDemand.Request(id("customer-pii")));
        rotating("customer-pii", 297);
        key("release-signing", KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY, "Signs what we ship");
        key("webhook-mac", KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC, "Seals webhooks");
        key("legacy-archive", KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT, "Tapes of 2019");
        client().call(new DisableKey.Request(id("legacy-archive")));
        clock.turnTo(NOW.minus(Duration.ofDays(21)));
        key("old-laptop", KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, "");
        client().call(ScheduleKeyDeletion.Request.of(id("old-laptop"), 30));
        clock.turnTo(NOW.minus(Duration.ofHours(2)));
        for (int i = 0; i < 5; i++) {
            encrypt("payroll", Map.of("run", "2026-11"));
            clock.turnTo(clock.instant().plusSeconds(1));
        }
        clock.turnTo(NOW);
    }

    private void key(String name, KeySpec spec, KeyUsage usage, String description) {
        String id = client().call(CreateKey.Request.of(spec, usage, description)).keyMetadata().keyId();
        client().call(new CreateAlias.Request("alias/" + name, id));
    }

    private void rotating(String name, int days) {
        client().call(EnableKeyRotation.Request.of(id(name), days));
    }

    public void encrypt(String name, Map<String, String> context) {
        try (SecretBytes text = secret("hello")) {
            client().call(Encrypt.Request.of("alias/" + name, text, context));
        }
    }

    /// Someone else who may open this vault, without any permission beyond that.
    public void user(String name) {
        try (SecretBytes passphrase = secret("another good passphrase")) {
            client().call(new CreateUser.Request(name, passphrase, Optional.empty(), Permissions.NONE.name()));
        }
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The id behind an alias.
    public String id(String name) {
        return client().call(app.keyhold.kms.operation.key.DescribeKey.Request.of("alias/" + name)).keyMetadata().keyId();
    }

    public Client client() {
        return vault.client();
    }

    public OpenVault vault() {
        return vault;
    }

    public HandClock clock() {
        return clock;
    }

    public Moments moments() {
        return new Moments(clock);
    }

    /// Work is done at once, where it is asked for.
    public Background background() {
        return background;
    }

    @Override
    public void close() {
        vault.close();
    }
}
