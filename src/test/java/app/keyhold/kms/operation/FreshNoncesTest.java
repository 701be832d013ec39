package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshNoncesTest {
    private static final int NONCE_START = 5;
    private static final int NONCE_END = 17;

    @Test
    void noTwoWrappedMaterialsOfAVaultShareANonce() {
        List<Blob> nonces = new ArrayList<>();
        try (var desk = new Desk()) {
            for (int i = 0; i < 40; i++) {
                String keyId = desk.createKey();
                for (int rotation = 0; rotation < 5; rotation++) {
                    desk.call(new RotateKeyOnDemand.Request(keyId));
                }
                for (KeyMaterial material : desk.stored(keyId).materials()) {
                    nonces.add(Blob.of(Arrays.copyOfRange(material.wrapped().toByteArray(), NONCE_START, NONCE_END)));
                }
            }
        }

        assertThat(nonces).hasSize(240).doesNotHaveDuplicates();
    }
}
