package app.keyhold.kms.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTokensTest {
    private static final String KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String GRANT = "0123456789abcdef".repeat(4);

    private final SecretBytes secret = Randomness.secret(32);
    private final GrantTokens tokens = new GrantTokens(secret, "vault", "us-east-1");

    @AfterEach
    void wipe() {
        secret.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "mrk-0123456789abcdef0123456789abcdef"})
    void aTokenNamesItsKeyAndGrant(String keyId) {
        assertThat(tokens.parse(tokens.issue(keyId, GRANT))).isEqualTo(new GrantTokens.Named(keyId, GRANT));
    }

    @Test
    void everyTokenIsANewOneAndFitsTheService() {
        String token = tokens.issue(KEY, GRANT);

        assertThat(token).hasSizeLessThan(8192).isNotEqualTo(tokens.issue(KEY, GRANT));
    }

    @Test
    void aTokenOfAnotherVaultRegionOrKeyIsRefused() {
        String token = tokens.issue(KEY, GRANT);

        assertRefused(new GrantTokens(secret, "other", "us-east-1"), token);
        assertRefused(new GrantTokens(secret, "vault", "us-east-2"), token);
        try (SecretBytes other = Randomness.secret(32)) {
            assertRefused(new GrantTokens(other, "vault", "us-east-1"), token);
        }
    }

    @Test
    void oneBitChangedAnywhereIsRefused() {
        byte[] token = Base64.getDecoder().decode(tokens.issue(KEY, GRANT));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertRefused(tokens, Base64.getEncoder().encodeToString(changed));
        }
    }

    @Test
    void aTokenCutAnywhereIsRefused() {
        String token = tokens.issue(KEY, GRANT);
        byte[] bytes = Base64.getDecoder().decode(token);
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(tokens, Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length)));
        }
        for (int length = 0; length < token.length(); length++) {
            assertRefused(tokens, token.substring(0, length));
        }
    }

    @Test
    void anotherSpellingOfATokenIsRefused() {
        String token = tokens.issue(KEY, GRANT);
        byte[] bytes = Base64.getDecoder().decode(token);

        assertRefused(tokens, token + "\n");
        assertRefused(tokens, token + "====");
        assertRefused(tokens, token.replace("=", ""));
        assertRefused(tokens, " " + token);
        assertRefused(tokens, Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length + 1)));
        assertRefused(tokens, Base64.getMimeEncoder().encodeToString(bytes));
        assertRefused(tokens, "ü".repeat(8192));
    }

    private static void assertRefused(GrantTokens tokens, String token) {
        assertThatThrownBy(() -> tokens.parse(token))
                .isInstanceOfSatisfying(KmsException.class, refusal -> assertThat(refusal.fault())
                        .isEqualTo(Fault.InvalidGrantTokenException));
    }
}
