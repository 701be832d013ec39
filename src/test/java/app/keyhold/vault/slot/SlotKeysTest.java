package app.keyhold.vault.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlotKeysTest {
    private static final Argon2id.Cost CHEAP = new Argon2id.Cost(8 * 1024, 1, 1);
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path temporary;

    private final SlotKeys keys = new SlotKeys("vault");
    private final SecretBytes root = Randomness.secret(32);

    @Test
    void aSlotGivesTheRootKeyToItsPassphraseAlone() {
        var slot = wrap(passphrase("open sesame", Optional.empty()));

        assertThat(keys.unwrap(slot, "owner", passphrase("open sesame", Optional.empty())))
                .hasValueSatisfying(found -> assertThat(found.sameAs(root)).isTrue());
        assertThat(keys.unwrap(slot, "owner", passphrase("open sesame!", Optional.empty()))).isEmpty();
    }

    @Test
    void onePassphraseHasOneFormOnEveryKeyboard() {
        var composed = "caf\u00e9";
        var decomposed = "cafe\u0301";

        var slot = wrap(passphrase(composed, Optional.empty()));

        assertThat(keys.unwrap(slot, "owner", passphrase(decomposed, Optional.empty()))).isPresent();
    }

    @Test
    void aKeyFileIsNeededBesideThePassphraseItWasChosenWith() throws IOException {
        var keyFile = Files.writeString(temporary.resolve("key"), "something I have");
        var other = Files.writeString(temporary.resolve("other"), "something else");
        var slot = wrap(passphrase("open sesame", Optional.of(keyFile)));

        assertThat(keys.unwrap(slot, "owner", passphrase("open sesame", Optional.of(keyFile)))).isPresent();
        assertThat(keys.unwrap(slot, "owner", passphrase("open sesame", Optional.of(other)))).isEmpty();
        assertThat(keys.unwrap(slot, "owner", passphrase("open sesame", Optional.empty()))).isEmpty();
    }

    @Test
    void aSlotOfAnotherVaultOrUserDoesNotOpen() {
        var slot = wrap(passphrase("open sesame", Optional.empty()));
        var renamed = new Slot(slot.id(), "mallory", slot.created(), slot.kdf(), slot.root());

        assertThat(keys.unwrap(renamed, "mallory", passphrase("open sesame", Optional.empty()))).isEmpty();
        assertThat(new SlotKeys("other").unwrap(slot, "owner", passphrase("open sesame", Optional.empty()))).isEmpty();
    }

    @Test
    void recoveryWordsOpenTheirSlot() {
        var entropy = RecoveryWords.newEntropy();
        var slot = wrap(new SlotSecret.Recovery(entropy.copy()));

        assertThat(keys.unwrap(slot, "owner", new SlotSecret.Recovery(entropy))).isPresent();
        assertThat(keys.unwrap(slot, "owner", new SlotSecret.Recovery(RecoveryWords.newEntropy()))).isEmpty();
    }

    @Test
    void moreMemoryThanThereIsSaysSoAndIsNoWrongPassphrase() {
        var cost = new Argon2id.Cost(Argon2id.Cost.MAX_MEMORY_KIB, 1, 1);
        var slot = new Slot("id", "owner", NOW, new Slot.Kdf.Passphrase(cost, salt(), false), Blob.of(new byte[61]));

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> keys.unwrap(slot, "owner", passphrase("any", Optional.empty())))
                .extracting(VaultException::kind)
                .isEqualTo(VaultException.Kind.NOT_ENOUGH_MEMORY);
    }

    @Test
    void aCostNobodyChoseIsDamageBeforeAnyMemoryIsTaken() {
        var cost = new Argon2id.Cost(8 * 1024, 65, 1);
        var slot = new Slot("id", "owner", NOW, new Slot.Kdf.Passphrase(cost, salt(), false), Blob.of(new byte[61]));

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> keys.unwrap(slot, "owner", passphrase("any", Optional.empty())))
                .extracting(VaultException::kind)
                .isEqualTo(VaultException.Kind.DAMAGED);
    }

    @Test
    void aPassphraseLongerThan1KiBIsRefused() {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> passphrase("x".repeat(1025), Optional.empty()))
                .extracting(VaultException::kind)
                .isEqualTo(VaultException.Kind.USAGE);
    }

    private Slot wrap(SlotSecret secret) {
        return keys.wrap("id", "owner", secret, CHEAP, root, NOW);
    }

    private static Blob salt() {
        return Blob.of(Randomness.bytes(Slot.SALT_BYTES));
    }

    private static SlotSecret.Passphrase passphrase(String text, Optional<Path> keyFile) {
        return Passphrases.of(SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8)), keyFile);
    }
}
