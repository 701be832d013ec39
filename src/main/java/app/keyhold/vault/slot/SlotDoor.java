package app.keyhold.vault.slot;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// From a user name and what was typed to the root key. Words of a recovery sheet are accepted wherever a passphrase is.
public final class SlotDoor {
    private final String vaultId;
    private final List<Slot> slots;

    public SlotDoor(String vaultId, List<Slot> slots) {
        this.vaultId = vaultId;
        this.slots = slots;
    }

    /// @param root whoever receives it closes it
    public record Opened(Slot slot, SecretBytes root) {}

    /// @throws VaultException WRONG_PASSPHRASE, USAGE, NOT_ENOUGH_MEMORY
    public Opened open(String user, SecretBytes typed, Optional<Path> keyFile) {
        return open(user, typed, () -> withPassphrase(user, typed, keyFile));
    }

    /// By a recovery sheet alone.
    ///
    /// @throws VaultException WRONG_PASSPHRASE
    public Opened openByWords(String user, SecretBytes typed) {
        return open(user, typed, () -> {
            throw wrong(
                    find(user, true).isEmpty()
                            ? "User " + user + " has no recovery sheet."
                            : "These are not the 24 words of a recovery sheet.",
                    find(user, true).isEmpty()
                            ? "Make one: keyhold vault recovery-sheet"
                            : "Type all 24 in their order, with one blank between each.");
        });
    }

    private Opened open(String user, SecretBytes typed, Supplier<Opened> withoutWords) {
        if (slots.stream().noneMatch(slot -> slot.isFor(user))) {
            throw wrong(
                    "There is no user " + user + " in this vault.",
                    slots.stream().anyMatch(Slot::hidesName)
                            ? "Names are private in this vault: type the name as it was given."
                            : "Name one of the users of keyhold vault info.");
        }
        var recovery = find(user, true);
        var reading = recovery.isPresent() ? RecoveryWords.read(typed) : new RecoveryWords.Reading.NoWords();
        return switch (reading) {
            case RecoveryWords.Reading.Words(var entropy) -> {
                try (var secret = new SlotSecret.Recovery(entropy)) {
                    yield open(
                            recovery.orElseThrow(),
                            user,
                            secret,
                            "These words are of another recovery sheet.",
                            "Take the sheet with slot " + recovery.orElseThrow().id() + "; a new sheet ends the old one.");
                }
            }
            case RecoveryWords.Reading.Typo(var position, var meant) ->
                throw wrong(
                        "Word " + position + " is not a word of a recovery sheet.",
                        meant.map(word -> "Did you mean \"" + word + "\"?")
                                .orElse("Look at word " + position + " on the sheet again."));
            case RecoveryWords.Reading.Mismatch _ ->
                throw wrong(
                        "These 24 words don't fit together: one is another word of the list, or two changed places.",
                        "Compare them with the sheet one by one.");
            case RecoveryWords.Reading.NoWords _ -> withoutWords.get();
        };
    }

    private Opened withPassphrase(String user, SecretBytes typed, Optional<Path> keyFile) {
        var slot = find(user, false)
                .orElseThrow(() -> wrong(
                        "User " + user + " has no passphrase any more.", "Type the 24 words of the recovery sheet."));
        try (var secret = Passphrases.of(typed, keyFile)) {
            return open(slot, user, secret, "The passphrase is not right" + keyFileHint(slot, keyFile) + ".", "Try again.");
        }
    }

    private Opened open(Slot slot, String user, SlotSecret secret, String message, String nextStep) {
        return new SlotKeys(vaultId)
                .unwrap(slot, user, secret)
                .map(root -> new Opened(slot, root))
                .orElseThrow(() -> wrong(message, nextStep));
    }

    private Optional<Slot> find(String user, boolean recovery) {
        return slots.stream()
                .filter(slot -> slot.isFor(user) && slot.isRecovery() == recovery)
                .findFirst();
    }

    private static String keyFileHint(Slot slot, Optional<Path> keyFile) {
        boolean wanted = slot.kdf() instanceof Slot.Kdf.Passphrase kdf && kdf.keyFile();
        if (wanted && keyFile.isEmpty()) {
            return ", or rather not enough: it was chosen together with a key file";
        }
        return keyFile.isPresent() ? ", or the key file is another one" : "";
    }

    private static VaultException wrong(String message, String nextStep) {
        return new VaultException(
                VaultException.Kind.WRONG_PASSPHRASE, message + " The vault is intact and untouched.", nextStep);
    }
}
