package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private static final String VAULT = "5f1c8a52-1c5b-4a53-9c57-6f1d2f0c7a11";

    private final KeyTable table = new KeyTable(SecretBytes.takeOver(new byte[32]), VAULT);

    @Test
    void noTwoPurposesYieldOneKey() {
        assertThat(all(table)).doesNotHaveDuplicates().hasSize(8 + 2 * 4);
    }

    @Test
    void anotherVaultHasOtherKeysUnderTheSameRoot() {
        var other = new KeyTable(SecretBytes.takeOver(new byte[32]), "another");

        assertThat(all(other)).doesNotContainAnyElementsOf(all(table));
    }

    /// python3: hkdf_expand(hmac(salt=VAULT, bytes(32)), b"keyhold/1/header-mac", 32), both with SHA-512
    @Test
    void theHeaderMacKeyIsWhatTheFormatSays() {
        assertThat(table.key(KeyTable.Purpose.HEADER_MAC).use(Blob::of).hex())
                .isEqualTo("a6ff6a41c84e993bd268e06e0c29c7e8dc0de84e50578ae895f7b383dd78b163");
    }

    /// As above with b"keyhold/1/db/us-east-1".
    @Test
    void aDatabaseKeyNamesItsRegion() {
        assertThat(table.key(KeyTable.RegionPurpose.DATABASE, "us-east-1").use(Blob::of).hex())
                .isEqualTo("bec044578b6458177fd62044bdadec1c64111c2eaff4dea6037f305dac23833f");
    }

    @Test
    void closingWipesTheRootKeyAndEveryDerivedOne() {
        var mac = table.key(KeyTable.Purpose.HEADER_MAC);

        table.close();

        assertThat(table.root().isDestroyed()).isTrue();
        assertThat(mac.isDestroyed()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> table.key(KeyTable.Purpose.CREDENTIAL));
    }

    private static List<String> all(KeyTable table) {
        var keys = new ArrayList<String>();
        for (var purpose : KeyTable.Purpose.values()) {
            keys.add(table.key(purpose).use(Blob::of).hex());
        }
        for (var purpose : KeyTable.RegionPurpose.values()) {
            for (var region : List.of("us-east-1", "eu-central-1")) {
                keys.add(table.key(purpose, region).use(Blob::of).hex());
            }
        }
        return keys;
    }
}
