package app.keyhold.vault.header;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.KeyTable;
import app.keyhold.vault.slot.SlotDoor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A vault.json of version 1 that every later release opens: with its passphrase and with its recovery sheet.
class GoldenHeaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "blown south attic unwrap burst embed many mobile metal situate down fancy "
                        + "month ancient deflate reflect futile liable device oval dormant graphic notable alive",
            })
    void version1Opens(String typed) throws IOException {
        SealedHeader sealed;
        try (var file = GoldenHeaderTest.class.getResourceAsStream("vault-v1.json")) {
            sealed = SealedHeader.parse(file.readAllBytes());
        }
        var header = sealed.header();

        var opened = new SlotDoor(header.vaultId(), header.slots())
                .open("owner", SecretBytes.takeOver(typed.getBytes(StandardCharsets.UTF_8)), Optional.empty());

        try (var keys = new KeyTable(opened.root(), header.vaultId())) {
            sealed.requireMac(keys.key(KeyTable.Purpose.HEADER_MAC));
            assertThat(header.generation()).isEqualTo(2);
        }
    }
}
