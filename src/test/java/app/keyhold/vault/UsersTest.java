package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.TestRecoverySheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BesideOthers
class UsersTest {
    @TempDir
    Path temporary;

    private VaultFixture fixture;

    @BeforeEach
    void makeAVault() {
        fixture = new VaultFixture(temporary);
        fixture.create().close();
    }

    @Test
    void twoPeopleOpenOneVaultEachWithTheirOwnPassphrase() {
        createEva("KEY_USER");

        try (var vault = fixture.unlock("eva", "eva's own")) {
            assertThat(vault.client().caller().principal().arn()).isEqualTo("arn:aws:iam::111122223333:user/eva");
            assertThat(vault.client().call(ListKeys.Request.firstPage()).keys()).isEmpty();
        }
        fixture.unlock().close();
    }

    @Test
    void bothMayHaveItOpenAtOnce() {
        createEva("ADMINISTRATOR");

        try (var first = fixture.unlock();
                var second = fixture.unlock("eva", "eva's own")) {
            var keyId = FirstRun.createMyFiles(second.client());
            assertThat(first.client().call(ListKeys.Request.firstPage()).keys())
                    .extracting(entry -> entry.keyId())
                    .containsExactly(keyId);
        }
    }

    @Test
    void aKeyUserAdministersNothing() {
        createEva("KEY_USER");

        try (var vault = fixture.unlock("eva", "eva's own")) {
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client().call(new ListUsers.Request()))
                    .extracting(KmsException::fault)
                    .isEqualTo(Fault.AccessDeniedException);
        }
    }

    @Test
    void aNameIsTakenOnce() {
        createEva("NONE");

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> createEva("NONE"))
                .extracting(KmsException::fault)
                .isEqualTo(Fault.EntityAlreadyExistsException);
    }

    @Test
    void theOldPassphraseOpensNeitherTheCurrentNorTheKeptPreviousHeader() throws IOException {
        change("owner", VaultFixture.PASSPHRASE, "a new passphrase");

        wrong(() -> fixture.unlock());
        putPreviousInPlace();
        wrong(() -> fixture.unlock());
        fixture.unlock("owner", "a new passphrase").close();
    }

    @Test
    void aDeletedUserOpensNeitherTheCurrentNorTheKeptPreviousHeader() throws IOException {
        createEva("ADMINISTRATOR");
        try (var vault = fixture.unlock()) {
            vault.client().call(new DeleteUser.Request("eva"));
            assertThat(vault.client().call(new ListUsers.Request()).users()).hasSize(1);
        }

        wrong(() -> fixture.unlock("eva", "eva's own"));
        putPreviousInPlace();
        wrong(() -> fixture.unlock("eva", "eva's own"));
    }

    @Test
    void theOwnerCannotBeDeleted() {
        try (var vault = fixture.unlock()) {
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client().call(new DeleteUser.Request("owner")));
        }
    }

    @Test
    void aPassphraseIsChangedOnlyByWhoShowsTheCurrentOne() {
        wrong(() -> change("owner", "guessed", "a new passphrase"));

        fixture.unlock().close();
    }

    @Test
    void theWordsOfARecoverySheetAreAcceptedWhereAPassphraseIs() {
        var words = sheet();

        try (var vault = fixture.unlock("owner", words)) {
            assertThat(vault.user()).isEqualTo("owner");
        }
        try (var vault = fixture.unlock("owner", words.toUpperCase(Locale.ROOT))) {
            vault.client()
                    .call(new ChangePassphrase.Request(
                            "owner",
                            VaultFixture.secret(words),
                            Optional.empty(),
                            VaultFixture.secret("remembered again"),
                            Optional.empty()));
        }
        fixture.unlock("owner", "remembered again").close();
    }

    @Test
    void theWordsOfASheetAreNoPassphraseToChoose() {
        var words = sheet();

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> change("owner", VaultFixture.PASSPHRASE, words))
                .extracting(VaultException::kind)
                .isEqualTo(Kind.USAGE);
    }

    @Test
    void aTypoInTheWordsPointsAtTheWord() {
        var words = sheet().split(" ");
        words[2] = "zzzz";

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> fixture.unlock("owner", String.join(" ", words)))
                .withMessageContaining("Word 3");
    }

    @Test
    void aNewSheetEndsTheOldOne() {
        var old = sheet();
        var fresh = sheet();

        wrong(() -> fixture.unlock("owner", old));
        fixture.unlock("owner", fresh).close();
    }

    @Test
    void wordsThatSetANewPassphraseAreTested() {
        String words = sheet();
        try (var vault = fixture.unlock();
                var typed = VaultFixture.secret(words);
                var next = VaultFixture.secret("another staple")) {
            assertThat(tested(vault)).isEmpty();
            vault.client()
                    .call(new ChangePassphrase.Request("owner", typed, Optional.empty(), next, Optional.empty()));
            assertThat(tested(vault)).isPresent();
        }
        try (var vault = fixture.unlock("owner", words)) {
            assertThat(tested(vault)).isPresent();
        }
    }

    @Test
    void aPassphraseIsNoTestOfASheet() {
        sheet();
        try (var vault = fixture.unlock();
                var typed = VaultFixture.secret(VaultFixture.PASSPHRASE)) {
            assertThatExceptionOfType(VaultException.class)
                    .isThrownBy(() -> vault.client().call(new TestRecoverySheet.Request("owner", typed)))
                    .withMessageContaining("not the 24 words");
            assertThat(tested(vault)).isEmpty();
        }
    }

    private static Optional<Instant> tested(OpenVault vault) {
        return vault.client().call(new ListUsers.Request()).users().getFirst().recoveryTested();
    }

    @Test
    void theSheetNamesVaultSlotAndAuditKey() {
        try (var vault = fixture.unlock();
                var sheet = vault.client().call(new CreateRecoverySheet.Request("owner")).sheet()) {
            assertThat(sheet.vaultId()).isEqualTo(vault.vaultId());
            assertThat(sheet.auditKeyFingerprint()).matches("[0-9a-f]{64}");
            assertThat(sheet.wordList()).hasSize(24);
            assertThat(fixture.vaults().info(fixture.folder).slots())
                    .extracting(VaultInfo.Slot::id)
                    .contains(sheet.slotId());
        }
    }

    /// Row first, header second, enabling third: a kill between any two of them opens for the owner, and the user is
    /// either all there or not at all.
    @Test
    void aKillWhileAUserIsMadeLeavesAllOrNothing() {
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        try (var vault = fixture.vaults(snapshots)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(eva("ADMINISTRATOR"));
        }

        assertThat(snapshots.folders()).hasSizeGreaterThanOrEqualTo(3);
        for (var killed : snapshots.folders()) {
            List<ListUsers.User> users;
            try (var vault = fixture.unlockKilled(killed, "owner", VaultFixture.PASSPHRASE)) {
                users = vault.client().call(new ListUsers.Request()).users();
            }
            if (users.size() == 2) {
                assertThat(users.get(1).enabled()).isTrue();
                fixture.unlockKilled(killed, "eva", "eva's own").close();
            } else {
                assertThat(users).as(killed.toString()).hasSize(1);
                wrong(() -> fixture.unlockKilled(killed, "eva", "eva's own"));
            }
        }
    }

    @Test
    void aKillWhileAPassphraseChangesLeavesTheOldOrTheNewOneAndNeverBoth() throws IOException {
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        try (var vault = fixture.vaults(snapshots)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(changing("owner", VaultFixture.PASSPHRASE, "a new passphrase"));
        }

        for (var killed : snapshots.folders()) {
            boolean old = opens(killed, VaultFixture.PASSPHRASE);
            assertThat(opens(killed, "a new passphrase")).as(killed.toString()).isNotEqualTo(old);
            if (!old) {
                var previous = killed.resolve("vault.json.previous");
                if (Files.exists(previous)) {
                    Files.copy(previous, killed.resolve("vault.json"), StandardCopyOption.REPLACE_EXISTING);
                    assertThat(opens(killed, VaultFixture.PASSPHRASE)).as(killed.toString()).isFalse();
                }
            }
        }
    }

    @Test
    void aKillWhileAUserIsDeletedLetsNobodyInWhoHasNoRow() {
        createEva("ADMINISTRATOR");
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        try (var vault = fixture.vaults(snapshots)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(new DeleteUser.Request("eva"));
        }

        for (var killed : snapshots.folders()) {
            assertThatExceptionOfType(VaultException.class)
                    .as(killed.toString())
                    .isThrownBy(() -> fixture.unlockKilled(killed, "eva", "eva's own"));
            try (var vault = fixture.unlockKilled(killed, "owner", VaultFixture.PASSPHRASE)) {
                if (fixture.vaults().info(killed).slots().size() > 1) {
                    vault.client().call(new DeleteUser.Request("eva"));
                }
            }
            wrong(() -> fixture.unlockKilled(killed, "eva", "eva's own"));
        }
    }

    /// The principal comes first: if its header never came, nobody waits disabled for ever, and the trail says so.
    @Test
    void whoeverHasARowAndNoKeyslotIsRemovedAtTheNextUnlockAndThatIsRecorded() {
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        try (var vault = fixture.vaults(snapshots)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(eva("ADMINISTRATOR"));
        }
        var beforeTheHeader = snapshots.folders().getFirst();

        try (var vault = fixture.unlockKilled(beforeTheHeader, "owner", VaultFixture.PASSPHRASE)) {
            assertThat(events(vault, "CreateUser")).hasSize(1);
            assertThat(events(vault, "SettleHeader")).hasSize(1);
            assertThat(vault.client().call(new ListUsers.Request()).users()).hasSize(1);
        }
    }

    /// The other half: a keyslot whose principal is gone opens nothing, and the attempt is on the timeline.
    @Test
    void aKeyslotWithoutAnEnabledPrincipalOpensNothingAndTheAttemptIsRecorded() {
        createEva("ADMINISTRATOR");
        var snapshots = new Snapshots(fixture.folder, temporary.resolve("kills"));
        try (var vault = fixture.vaults(snapshots)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(new DeleteUser.Request("eva"));
        }
        var slotOnly = snapshots.folders().getFirst();

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> fixture.unlockKilled(slotOnly, "eva", "eva's own"))
                .extracting(VaultException::kind)
                .isEqualTo(Kind.REFUSED_FOR_SAFETY);
        try (var vault = fixture.unlockKilled(slotOnly, "owner", VaultFixture.PASSPHRASE)) {
            assertThat(events(vault, "Unlock"))
                    .filteredOn(event -> event.principalName().equals("eva"))
                    .singleElement()
                    .satisfies(event -> assertThat(event.result()).isEqualTo(LookupEvents.Result.DENIED));
        }
    }

    private static List<LookupEvents.Event> events(OpenVault vault, String name) {
        return vault.client()
                .call(new LookupEvents.Request(
                        "test",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        100))
                .events();
    }

    private boolean opens(Path folder, String passphrase) {
        try {
            fixture.unlockKilled(folder, "owner", passphrase).close();
            return true;
        } catch (VaultException refused) {
            assertThat(refused.kind()).isEqualTo(Kind.WRONG_PASSPHRASE);
            return false;
        }
    }

    private String sheet() {
        try (var vault = fixture.unlock();
                var sheet = vault.client().call(new CreateRecoverySheet.Request("owner")).sheet()) {
            return sheet.words().use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    private void createEva(String permissions) {
        try (var vault = fixture.unlock()) {
            vault.client().call(eva(permissions));
        }
    }

    private static CreateUser.Request eva(String permissions) {
        return new CreateUser.Request("eva", VaultFixture.secret("eva's own"), Optional.empty(), permissions);
    }

    private void change(String user, String from, String to) {
        try (var vault = fixture.unlock()) {
            vault.client().call(changing(user, from, to));
        }
    }

    private static ChangePassphrase.Request changing(String user, String from, String to) {
        SecretBytes current = VaultFixture.secret(from);
        return new ChangePassphrase.Request(user, current, Optional.empty(), VaultFixture.secret(to), Optional.empty());
    }

    private void putPreviousInPlace() throws IOException {
        Files.copy(
                fixture.folder.resolve("vault.json.previous"),
                fixture.folder.resolve("vault.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void wrong(ThrowingCallable call) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(call)
                .extracting(VaultException::kind)
                .isEqualTo(Kind.WRONG_PASSPHRASE);
    }
}
