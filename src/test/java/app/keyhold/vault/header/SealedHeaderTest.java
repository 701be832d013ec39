package app.keyhold.vault.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import app.keyhold.vault.slot.Slot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedHeaderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SecretBytes macKey = SecretBytes.takeOver(new byte[32]);
    private final SealedHeader sealed = SealedHeader.seal(header(), macKey);

    @Test
    void aHeaderIsReadBackAsItWasWritten() {
        assertThat(SealedHeader.parse(sealed.toFile())).isEqualTo(sealed);
    }

    @Test
    void everyFlippedByteIsDamageOrANewerFormatAndNeverAccepted() {
        var file = sealed.toFile();
        for (int position = 0; position < file.length; position++) {
            var flipped = file.clone();
            flipped[position] ^= 1;
            assertThatExceptionOfType(VaultException.class)
                    .as("byte %d", position)
                    .isThrownBy(() -> {
                        var parsed = SealedHeader.parse(flipped);
                        parsed.requireMac(macKey);
                    })
                    .extracting(VaultException::kind)
                    .isIn(VaultException.Kind.DAMAGED, VaultException.Kind.NEEDS_NEWER_KEYHOLD);
        }
    }

    @Test
    void everyTruncationIsDamage() {
        var file = sealed.toFile();
        for (int length = 0; length < file.length; length += 7) {
            var cut = Arrays.copyOf(file, length);
            assertKind(cut, VaultException.Kind.DAMAGED);
        }
    }

    /// Edits of the outer object's text, each with what it must be taken for.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"version\":1,\"header\"|\"version\":2,\"header\"|NEEDS_NEWER_KEYHOLD",
        "\"version\":1,\"header\"|\"version\":0,\"header\"|DAMAGED",
        "\"version\":1,\"header\"|\"version\":1,\"version\":1,\"header\"|DAMAGED",
        "\"version\":1,\"header\"|\"version\":1,\"extra\":1,\"header\"|DAMAGED",
        "\"version\":1,\"header\"|\"version\":\"1\",\"header\"|DAMAGED",
        "\"version\":1,\"header\"|\"header\"|DAMAGED",
        "\"magic\":\"keyhold-vault\"|\"magic\":\"keyhold-anchor\"|DAMAGED",
        "}|}{}|DAMAGED",
        "}|} x|DAMAGED",
    })
    void onlyTheOneFormIsAccepted(String found, String replaced, VaultException.Kind kind) {
        var text = new String(sealed.toFile(), StandardCharsets.UTF_8);
        assertThat(text).contains(found);

        assertKind(text.replace(found, replaced).getBytes(StandardCharsets.UTF_8), kind);
    }

    /// Edits of the inner header with a checksum made right again: an attacker's, or a newer program's.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"version\":1|{\"version\":2|NEEDS_NEWER_KEYHOLD",
        "\"id\":\"argon2id\"|\"id\":\"argon3\"|NEEDS_NEWER_KEYHOLD",
        "\"memoryKib\":65536|\"memoryKib\":4194305|DAMAGED",
        "\"memoryKib\":65536|\"memoryKib\":99999999999|DAMAGED",
        "\"memoryKib\":65536|\"memoryKib\":8191|DAMAGED",
        "\"passes\":3|\"passes\":65|DAMAGED",
        "\"lanes\":1|\"lanes\":17|DAMAGED",
        "\"generation\":1|\"generation\": 1|DAMAGED",
        "\"generation\":1|\"generation\":1e0|DAMAGED",
        "\"user\":\"owner\"|\"user\":\"own\\u0065r\"|DAMAGED",
        "\"keyFile\":false|\"keyFile\":false,\"more\":1|DAMAGED",
        "\"slots\":|\"regions\":{\"homeEpoch\":1,\"places\":[]},\"slots\":|DAMAGED",
        "\"slots\":|\"regions\":{\"homeEpoch\":1,\"homeSince\":1,\"places\":[]},\"slots\":|DAMAGED",
        "\"slots\":|\"regions\":{\"homeEpoch\":2,\"places\":[]},\"slots\":|DAMAGED",
        "\"slots\":|\"regions\":{\"homeEpoch\":2,\"homeSince\":2,\"places\":[]},\"slots\":|DAMAGED",
        "\"slots\":|\"regions\":{\"homeEpoch\":2,\"homeSince\":0,\"places\":[]},\"slots\":|DAMAGED",
        "\"slots\":|\"regions\":{\"homeEpoch\":0,\"homeSince\":1,\"places\":[]},\"slots\":|DAMAGED",
    })
    void theInnerHeaderHasOneFormToo(String found, String replaced, VaultException.Kind kind) {
        var text = new String(sealed.bytes().toByteArray(), StandardCharsets.UTF_8);
        assertThat(text).contains(found);
        var bytes = Blob.of(text.replace(found, replaced).getBytes(StandardCharsets.UTF_8));

        assertKind(outer(bytes, sealed.mac()), kind);
    }

    @Test
    void aHeaderChangedWithARightChecksumFailsItsMac() {
        var forged = SealedHeader.seal(header().withSlots(List.of()), SecretBytes.takeOver(new byte[] {1}));
        var parsed = SealedHeader.parse(outer(forged.bytes(), sealed.mac()));

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> parsed.requireMac(macKey))
                .withMessageContaining("passphrase is right")
                .extracting(VaultException::kind)
                .isEqualTo(VaultException.Kind.DAMAGED);
    }

    @Test
    void aHeaderUnderWayToAnotherRootKeyIsReadBack() {
        var moving = header().withMove(new Header.Move(header().slots(), Blob.of(new byte[65])));
        var again = SealedHeader.parse(SealedHeader.seal(moving, macKey).toFile());

        assertThat(again.header()).isEqualTo(moving);
    }

    @Test
    void placesOfSeveralRegionsAndAnOldRootAreReadBackInOrderOfName() {
        var several = header().with(Header.Place.of("us-east-1", "/home/v.keyhold"))
                .with(new Header.Place("eu-west-1", "/media/stick", Optional.of(Blob.of(new byte[65]))))
                .promoting("eu-west-1");
        var again = SealedHeader.parse(SealedHeader.seal(several, macKey).toFile());

        assertThat(again.header()).isEqualTo(several);
        assertThat(again.header().places()).extracting(Header.Place::region).containsExactly("eu-west-1", "us-east-1");
        assertThat(again.header().regions()).containsExactly("eu-west-1", "us-east-1");
        assertThat(again.header().homeEpoch()).isEqualTo(2);
        assertThat(again.header().homeSince()).isEqualTo(again.header().generation());
    }

    @Test
    void aHigherEpochCountsWhateverTheGeneration() {
        var promoted = header().promoting("eu-west-1");
        var changedLater = header().after(40);

        assertThat(promoted.isNewerThan(changedLater)).isTrue();
        assertThat(changedLater.isNewerThan(promoted)).isFalse();
        assertThat(changedLater.isNewerThan(header())).isTrue();
        assertThat(header().isNewerThan(header())).isFalse();
    }

    @Test
    void ofTwoHomesOfOneEpochNeitherCountsMore() {
        var one = header().promoting("eu-west-1");
        var other = header().promoting("ap-south-1").withSlots(List.of());
        var later = header().after(7).promoting("eu-west-1");

        assertThat(one.rivals(other)).isTrue();
        assertThat(other.isNewerThan(one)).isFalse();
        assertThat(one.rivals(later)).isTrue();
        assertThat(one.rivals(one.withSlots(List.of()))).isFalse();
        assertThat(one.withSlots(List.of()).isNewerThan(one)).isTrue();
        assertThat(other.promoting("ap-south-1").isNewerThan(one)).isTrue();
    }

    private static void assertKind(byte[] file, VaultException.Kind kind) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> SealedHeader.parse(file))
                .extracting(VaultException::kind)
                .isEqualTo(kind);
    }

    private static byte[] outer(Blob bytes, Blob mac) {
        return StrictJson.write(StrictJson.object()
                .put("magic", "keyhold-vault")
                .put("version", 1)
                .put("header", bytes.base64())
                .put("checksum", sha256(bytes).hex())
                .put("mac", mac.hex()));
    }

    private static Blob sha256(Blob bytes) {
        try {
            return Blob.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Header header() {
        var kdf = new Slot.Kdf.Passphrase(new Argon2id.Cost(64 * 1024, 3, 1), Blob.of(new byte[32]), false);
        return new Header(
                "vault",
                "incarnation",
                "111122223333",
                "us-east-1",
                1,
                1,
                1,
                NOW,
                List.of(),
                List.of(
                        new Slot("a", "owner", NOW, kdf, Blob.of(new byte[65])),
                        new Slot("b", "owner", NOW, new Slot.Kdf.Recovery(), Blob.of(new byte[65])).testedAt(NOW)),
                Optional.empty());
    }
}
