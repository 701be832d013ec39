package app.keyhold.desktop.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.frame.Background;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.VaultException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a hand that lets the derivation finish when the test wants it to.
class UnlockModelTest {
    @TempDir
    Path temporary;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Background background = new Background(waiting::add, Runnable::run);
    private final List<OpenVault> opened = new ArrayList<>();
    private final List<OpenVault> dropped = new ArrayList<>();
    private DesktopFixture fixture;
    private UnlockModel model;

    @BeforeEach
    void lockedVault() {
        fixture = new DesktopFixture(temporary);
        fixture.create().lock();
        var real = Door.of(fixture.wiring.vaults(), fixture.folder);
        var door = new Door() {
            @Override
            public OpenVault open(Unlocking how) {
                return real.open(new Unlocking(
                        how.user(), how.passphrase(), how.keyFile(), how.front(), false, false, () -> false));
            }

            @Override
            public void drop(OpenVault late) {
                dropped.add(late);
                real.drop(late);
            }
        };
        model = new UnlockModel(fixture.wiring.vaults(), fixture.folder, door, background, opened::add);
    }

    @AfterEach
    void lock() {
        opened.forEach(OpenVault::lock);
    }

    private void unlock(String passphrase) {
        model.unlock("owner", DesktopFixture.secret(passphrase), Optional.empty(), false);
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void handsOverWhatItOpened() {
        unlock(DesktopFixture.PASSPHRASE);
        finish();

        assertThat(opened).singleElement().satisfies(vault -> assertThat(vault.isLocked()).isFalse());
    }

    @Test
    void locksWhatWasOpenedAfterNobodyWaitedForIt() {
        unlock(DesktopFixture.PASSPHRASE);
        model.cancel();
        assertThat(model.busyProperty().get()).isFalse();
        finish();

        assertThat(opened).isEmpty();
        assertThat(dropped).singleElement().satisfies(vault -> assertThat(vault.isLocked()).isTrue());
    }

    @Test
    void saysNothingOfARefusalNobodyWaitedFor() {
        unlock("wrong");
        model.cancel();
        finish();

        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void aLateResultDoesNotTakeThePlaceOfTheNextTry() {
        unlock(DesktopFixture.PASSPHRASE);
        model.cancel();
        unlock("wrong");
        finish();

        assertThat(opened).isEmpty();
        assertThat(model.failureProperty().get().flatMap(UnlockModel.Failure::kind))
                .contains(VaultException.Kind.WRONG_PASSPHRASE);
    }
}
