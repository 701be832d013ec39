package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWrapTest {
    private final SecretBytes wrappingKey = Randomness.secret(32);
    private final SecretBytes secret = Randomness.secret(32);

    @Test
    void opensForTheSameIdentity() throws Exception {
        Blob wrapped = KeyWrap.wrap(wrappingKey, secret, "wrap/material", "vault", "key");

        assertThat(KeyWrap.unwrap(wrappingKey, wrapped, "wrap/material", "vault", "key").sameAs(secret)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrap/material|vault|other",
                "wrap/credential|vault|key",
                "wrap/material|vaul|tkey",
                "wrap/material|vaultkey",
                ""
            })
    void doesNotOpenForAnotherIdentity(String identity) {
        Blob wrapped = KeyWrap.wrap(wrappingKey, secret, "wrap/material", "vault", "key");

        assertThatThrownBy(() -> KeyWrap.unwrap(wrappingKey, wrapped, identity.split("\\|")))
                .isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void doesNotOpenWithAnyByteChanged() {
        byte[] wrapped = KeyWrap.wrap(wrappingKey, secret, "purpose").toByteArray();
        for (int i = 0; i < wrapped.length; i++) {
            byte[] changed = wrapped.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> KeyWrap.unwrap(wrappingKey, Blob.of(changed), "purpose"))
                    .as("byte " + i)
                    .isInstanceOf(AEADBadTagException.class);
        }
    }

    @Test
    void doesNotOpenCutShort() {
        byte[] wrapped = KeyWrap.wrap(wrappingKey, secret, "purpose").toByteArray();
        for (int length = 0; length < wrapped.length; length++) {
            Blob cut = Blob.of(Arrays.copyOf(wrapped, length));
            assertThatThrownBy(() -> KeyWrap.unwrap(wrappingKey, cut, "purpose"))
                    .isInstanceOf(AEADBadTagException.class);
        }
    }

    @Test
    void neverUsesANonceTwice() {
        Set<Blob> nonces = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            byte[] wrapped = KeyWrap.wrap(wrappingKey, secret, "purpose").toByteArray();
            assertThat(nonces.add(Blob.of(Arrays.copyOfRange(wrapped, 5, 17)))).isTrue();
        }
    }
}
