package app.keyhold.demo;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.files.FileService;
import app.keyhold.kms.Client;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Principal;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.kms.key.KeyState;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoVaultTest {
    @TempDir
    static Path folder;

    private static OpenVault vault;

    @BeforeAll
    static void seed() {
        var seeded = DemoVault.seed(folder, DemoVaultTest::files, Instant.now());
        try (var passphrase = DemoPeople.passphrase()) {
            vault = new Vaults(Clock.systemUTC(), folder.resolve("state"), Attendant.NONE)
                    .unlock(seeded, Unlocking.as("owner", passphrase, "cli"));
        }
    }

    @AfterAll
    static void lock() {
        vault.lock();
    }

    private static FileService files(OpenVault open) {
        var forwarded = new ForwardedAccess(Principal.Service.FILES)
                .forward(open.client().caller());
        return new FileService(new Client(open.client().kms(), forwarded));
    }

    @Test
    void holdsAboutFiftyKeysOfEveryKindInSeveralStates() {
        var keys = vault.client().call(new QueryKeys.Request("demo")).keys();
        assertThat(keys).hasSizeBetween(46, 54);
        assertThat(keys).extracting(QueryKeys.KeyRow::spec).containsAll(List.of(KeySpec.values()));
        assertThat(keys).extracting(QueryKeys.KeyRow::usage).containsAll(List.of(KeyUsage.values()));
        assertThat(keys).extracting(QueryKeys.KeyRow::state)
                .contains(KeyState.Enabled, KeyState.Disabled, KeyState.PendingDeletion);
    }

    @Test
    void tellsAYearOfThousandsOfEvents() {
        var page = vault.client().call(new LookupEvents.Request("demo", Optional.empty(), Optional.empty(), List.of(),
                List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 10));
        assertThat(page.total()).isGreaterThan(2_500);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "DeriveSharedSecret", "Encapsulate", "Decapsulate", "GenerateDataKeyPairWithoutPlaintext", "Sign", "GenerateMac"
    })
    void usesKeysInEveryWay(String operation) {
        var uses = vault.client().call(new LookupEvents.Request("demo", Optional.empty(), Optional.empty(), List.of(),
                List.of(), List.of(operation), Optional.empty(), Optional.empty(), Optional.empty(), 10));
        assertThat(uses.total()).isGreaterThan(3);
        assertThat(uses.events()).allMatch(event -> event.result() == LookupEvents.Result.ALLOWED);
    }

    @Test
    void hasAChainThatVerifies() {
        var verified = vault.client().call(new VerifyTrail.Request("demo"));
        assertThat(verified.brokenAt()).isEmpty();
        assertThat(verified.checkpoints()).isGreaterThan(2);
    }

    @Test
    void rotatedWhatFellDueDuringTheYear() {
        var rotations = vault.client().call(new LookupEvents.Request("demo", Optional.empty(), Optional.empty(), List.of(),
                List.of(), List.of("RotateKey"), Optional.empty(), Optional.empty(), Optional.empty(), 10));
        assertThat(rotations.total()).isGreaterThan(10);
    }
}
