package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.kms.operation.screen.QueryRotations;
import app.keyhold.schedule.Schedule;
import app.keyhold.vault.operation.ChangeSettings;
import app.keyhold.vault.operation.ListSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How often the services' own keys rotate is the vault's to say, within what is offered.
class ServiceKeyRotationTest {
    private static final Duration A_YEAR = Duration.ofDays(365);

    @TempDir
    Path temporary;

    private Instant now = VaultFixture.NOW;
    private final List<Client> schedules = new ArrayList<>();

    @Test
    void isThreeYearsUnlessSettled() {
        try (var vault = create()) {
            makeFilesKey(vault);

            assertThat(settings(vault).serviceKeyRotationDays()).isEqualTo(1_095);
            assertThat(next(vault)).isEqualTo(now.plus(Duration.ofDays(1_095)));
        }
    }

    @Test
    void aYearMovesTheKeysThatAreThereAndThoseToCome() {
        try (var vault = create()) {
            makeFilesKey(vault);
            settle(vault, 365);

            assertThat(next(vault)).isEqualTo(now.plus(A_YEAR));
        }
    }

    @Test
    void aKeyMadeAfterwardsFollowsTheSetting() {
        try (var vault = create()) {
            settle(vault, 365);
            makeFilesKey(vault);

            assertThat(next(vault)).isEqualTo(now.plus(A_YEAR));
        }
    }

    @Test
    void theScheduleRotatesByIt() {
        try (var vault = create()) {
            makeFilesKey(vault);
            settle(vault, 365);
            now = now.plus(A_YEAR).plusSeconds(1);

            var report = new Schedule(schedules.getFirst(), () -> now, System::nanoTime).catchUp();

            assertThat(report.rotated()).extracting(rotated -> rotated.name()).containsExactly("alias/aws/files");
            assertThat(next(vault)).isAfter(now).isBeforeOrEqualTo(now.plus(A_YEAR));
        }
    }

    @Test
    void aShorterPeriodMakesAnOldMaterialDueAtOnce() {
        try (var vault = create()) {
            makeFilesKey(vault);
            now = now.plus(Duration.ofDays(400));
            settle(vault, 365);

            assertThat(next(vault)).isBefore(now);
        }
    }

    @Test
    void nothingButWhatIsOfferedIsTakenSoItIsNeverSwitchedOff() {
        try (var vault = create()) {
            for (int days : new int[] {0, -1, 90, 2_560}) {
                assertThatExceptionOfType(KmsException.class)
                        .isThrownBy(() -> settle(vault, days))
                        .extracting(KmsException::fault)
                        .isEqualTo(Fault.ValidationException);
            }
            assertThat(settings(vault).serviceKeyRotationDays()).isEqualTo(1_095);
        }
    }

    private OpenVault create() {
        var fixture = new VaultFixture(temporary);
        var attendant = new Attendant() {
            @Override
            public void unlocked(OpenVault vault, Client service) {
                schedules.add(service);
            }
        };
        return new Vaults(() -> now, fixture.state, attendant).create(fixture.wanted());
    }

    private static void makeFilesKey(OpenVault vault) {
        var person = vault.client();
        var files = new Client(person.kms(), new ForwardedAccess(Principal.Service.FILES).forward(person.caller()));
        files.call(new CreateServiceManagedKey.Request("files"));
    }

    private static void settle(OpenVault vault, int days) {
        vault.client().call(new ChangeSettings.Request(Optional.of(days), Optional.empty()));
    }

    private static ListSettings.Response settings(OpenVault vault) {
        return vault.client().call(new ListSettings.Request());
    }

    private static Instant next(OpenVault vault) {
        return vault.client().call(new QueryRotations.Request("test")).rows().stream()
                .filter(row -> row.aliases().contains("alias/aws/files"))
                .findFirst()
                .flatMap(QueryRotations.Row::next)
                .orElseThrow();
    }
}
