package app.keyhold.vault.header;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.KeyTable;
import app.keyhold.vault.slot.SlotDoor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A vault.json of version 1 that every later release opens, with its passphrase and with its recovery sheet; and the one of
/// the same vault after it got two more Regions, of which one became the home.
class GoldenHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "blown south attic unwrap burst embed many mobile metal situate down fancy "
                        + "month ancient deflate reflect futile liable device oval dormant graphic notable alive",
            })
    void version1Opens(String typed) throws IOException {
        assertThat(opened("vault-v1.json", typed).generation()).isEqualTo(2);
    }

    /// Those above have one of 32 bytes.
    @Test
    void version1WithASaltOf16BytesOpens() throws IOException {
        var header = opened("vault-v1-short-salt.json", "correct horse battery staple");

        assertThat(header.generation()).isEqualTo(1);
    }

    @Test
    void version1OfSeveralRegionsOpens() throws IOException {
        var header = opened("vault-v1-regions.json", "correct horse battery staple");

        assertThat(header.generation()).isEqualTo(5);
        assertThat(header.homeEpoch()).isEqualTo(2);
        assertThat(header.homeSince()).isEqualTo(4);
        assertThat(header.regions()).containsExactly("eu-west-1", "ap-south-1", "us-east-1");
        assertThat(header.place("eu-west-1")).contains(Header.Place.of("eu-west-1", "/media/stick/vault.keyhold"));
    }

    private static Header opened(String name, String typed) throws IOException {
        SealedHeader sealed;
        try (var file = GoldenHeaderTest.class.getResourceAsStream(name)) {
            sealed = SealedHeader.parse(file.readAllBytes());
        }
        var header = sealed.header();
        var opened = new SlotDoor(header.vaultId(), header.slots())
                .open("owner", SecretBytes.takeOver(typed.getBytes(StandardCharsets.UTF_8)), Optional.empty());
        try (var keys = new KeyTable(opened.root(), header.vaultId())) {
            sealed.requireMac(keys.key(KeyTable.Purpose.HEADER_MAC));
        }
        return header;
    }
}
