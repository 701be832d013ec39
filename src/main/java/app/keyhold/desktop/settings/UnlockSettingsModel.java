package app.keyhold.desktop.settings;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.StrengthMeter;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Strength;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.RecalibrateUnlock;
import app.keyhold.vault.operation.TestRecoverySheet;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How the person who is here unlocks the vault: passphrase, key file, what a guess costs, recovery sheet. Secrets that are
/// handed in are wiped here.
public final class UnlockSettingsModel {
    /// The words a new sheet is proven by.
    static final int FIRST_ASKED = 7;

    static final int SECOND_ASKED = 19;
    private static final String RECOVERY = "recovery"; // not words
    private static final Words WORDS = Words.of(UnlockSettingsModel.class);

    /// What is known of the person's sheet.
    ///
    /// @param tested when its words were last typed in; empty for never
    record SheetState(boolean exists, Optional<Instant> tested) {}

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final String user;
    private final Consumer<String> said;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StrengthMeter meter;
    private final ReadOnlyObjectWrapper<Optional<RecoverySheet>> sheet = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SheetState>> sheetState = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    /// @param user whose keyslot it is about
    /// @param said told a sentence about each change
    public UnlockSettingsModel(
            Client client, Background background, String screenSession, String user, Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.meter = new StrengthMeter(background);
        this.screenSession = screenSession;
        this.user = user;
        this.said = said;
    }

    /// Asks how the sheet stands; stays empty for whoever may not see the users.
    void load() {
        background.run(
                () -> client.call(new ListUsers.Request(screenSession)).users().stream()
                        .filter(one -> one.userName().equals(user))
                        .map(one -> new SheetState(one.slots().contains(RECOVERY), one.recoveryTested()))
                        .findFirst(),
                sheetState::set,
                _ -> {});
    }

    /// What was wrong before is over.
    void begin() {
        problem.set(Optional.empty());
        meter.reset();
    }

    /// @param characters overwritten
    public void measure(char[] characters) {
        meter.measure(characters);
    }

    /// @param keyFile the one needed until now
    /// @param newKeyFile the one needed from now on; empty for none
    public void changePassphrase(
            SecretBytes current, Optional<String> keyFile, SecretBytes chosen, Optional<String> newKeyFile, Runnable done) {
        act(
                () -> {
                    try (current;
                            chosen) {
                        return client.call(new ChangePassphrase.Request(user, current, keyFile, chosen, newKeyFile));
                    }
                },
                changed -> {
                    said.accept(WORDS.get("unlock.changed", changed.stillOpening().size()));
                    done.run();
                });
    }

    public void recalibrate(SecretBytes current, Optional<String> keyFile, Runnable done) {
        act(
                () -> {
                    try (current) {
                        return client.call(new RecalibrateUnlock.Request(user, current, keyFile));
                    }
                },
                now -> {
                    said.accept(WORDS.get("unlock.recalibrated", now.milliseconds(), now.kdf()));
                    done.run();
                });
    }

    /// The one before stops working at once.
    public void makeSheet() {
        act(() -> client.call(new CreateRecoverySheet.Request(user)).sheet(), made -> {
            sheet.set(Optional.of(made));
            load();
        });
    }

    /// To be called once two words of the new sheet were typed: the vault remembers that it was tested.
    void confirmSheet(Runnable done) {
        sheet.get().ifPresent(made -> {
            working.set(true);
            background.run(
                    () -> client.call(new TestRecoverySheet.Request(user, made.words())),
                    _ -> confirmed(done),
                    failure -> {
                        said.accept(WORDS.get("unlock.sheetNotNoted", Problem.of(failure).text()));
                        confirmed(done);
                    });
        });
    }

    /// The words are on paper, whatever the vault could note of it.
    private void confirmed(Runnable done) {
        working.set(false);
        load();
        done.run();
    }

    /// @param words of the sheet on paper; closed here
    void testSheet(SecretBytes words, Runnable done) {
        act(
                () -> {
                    try (words) {
                        return client.call(new TestRecoverySheet.Request(user, words));
                    }
                },
                _ -> {
                    load();
                    said.accept(WORDS.get("unlock.sheetTested"));
                    done.run();
                });
    }

    /// Whether this is what stands on the sheet; `number` from 1.
    boolean isWord(int number, String typed) {
        return sheet.get()
                .map(RecoverySheet::wordList)
                .filter(words -> words.get(number - 1).equals(typed.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /// Wipes the words.
    void forgetSheet() {
        sheet.get().ifPresent(RecoverySheet::close);
        sheet.set(Optional.empty());
    }

    private <R> void act(Callable<R> call, Consumer<R> done) {
        problem.set(Optional.empty());
        working.set(true);
        background.run(
                call,
                answer -> {
                    working.set(false);
                    done.accept(answer);
                },
                failure -> {
                    working.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    void report(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
    }

    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return meter.strengthProperty();
    }

    /// Shown once.
    public ReadOnlyObjectProperty<Optional<RecoverySheet>> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SheetState>> sheetStateProperty() {
        return sheetState.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
