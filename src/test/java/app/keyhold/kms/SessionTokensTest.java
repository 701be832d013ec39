package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.audit.CanonicalWriter;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Principal;
import app.keyhold.iam.Session;
import app.keyhold.iam.SessionTag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTokensTest {
    private static final Principal.AssumedRole AUDITOR = new Principal.AssumedRole("123456789012", "auditor", "today");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final SecretBytes key = Randomness.secret(32);
    private final SessionTokens tokens = new SessionTokens(key, "vault");

    @AfterEach
    void close() {
        key.close();
    }

    @Test
    void aTokenHoldsAllThereIsToASession() {
        var session = new Session(
                "AROA234567ABCDEFGHIJK",
                NOON,
                NOON.plusSeconds(3_600),
                Optional.of("{}"),
                7,
                List.of(new SessionTag("team", "Löhne", true), new SessionTag("size", "", false)),
                Optional.of("eva"));

        try (var opened = tokens.open(tokens.seal(contents(session)))) {
            assertThat(opened.principal()).isEqualTo(AUDITOR);
            assertThat(opened.session()).isEqualTo(session);
            assertThat(opened.accessKeyId()).isEqualTo("ASIA");
        }
    }

    @Test
    void aTokenOfVersionOneIsStillOpened() {
        var out = version(1).u8(1).text("{}").i64(7).text("ASIA").raw(new byte[SessionTokens.SECRET_BYTES]);

        try (var opened = tokens.open(wrapped(out))) {
            assertThat(opened.session())
                    .isEqualTo(new Session(
                            "AROA234567ABCDEFGHIJK", NOON, NOON.plusSeconds(3_600), Optional.of("{}"), 7));
        }
    }

    @Test
    void aTokenOfALaterVersionIsNone() {
        var out = version(3).u8(0).u32(0).u8(0).i64(7).text("ASIA").raw(new byte[SessionTokens.SECRET_BYTES]);

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> tokens.open(wrapped(out)))
                .extracting(KmsException::fault)
                .isEqualTo(Fault.UnrecognizedClientException);
    }

    private static SessionTokens.Contents contents(Session session) {
        return new SessionTokens.Contents(AUDITOR, session, "ASIA", Randomness.secret(SessionTokens.SECRET_BYTES));
    }

    private static CanonicalWriter version(int version) {
        return new CanonicalWriter()
                .raw(new byte[] {'K', 'H', 'S', 'T'})
                .u8(version)
                .text("123456789012")
                .text("auditor")
                .text("today")
                .text("AROA234567ABCDEFGHIJK")
                .i64(NOON.toEpochMilli())
                .i64(NOON.plusSeconds(3_600).toEpochMilli());
    }

    private Blob wrapped(CanonicalWriter out) {
        try (var plain = SecretBytes.takeOver(out.toByteArray())) {
            return KeyWrap.wrap(key, plain, "session", "vault");
        }
    }
}
