package app.keyhold.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.TokenException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against SoftHSM2, each test with tokens of its own.
class TokenProcessesTest {
    private static final byte[] DATA = "header".getBytes(StandardCharsets.UTF_8);

    private final TokenProcesses tokens = new TokenProcesses();

    @TempDir
    private Path folder;

    private SoftHsm softHsm;

    @BeforeEach
    void makeToken() throws IOException {
        softHsm = new SoftHsm(folder).addToken("desk");
    }

    @Test
    void listsTokensByLabelAndSerialNumber() throws IOException {
        softHsm.addToken("other one");

        assertThat(tokens.list(softHsm.library()))
                .filteredOn(TokenInfo::initialized)
                .allMatch(token -> token.serial().matches("[0-9a-f]{16}") && token.pinSet() && !token.pinLocked())
                .extracting(TokenInfo::label)
                .containsExactlyInAnyOrder("desk", "other one");
    }

    @Test
    void findsTheTokenWhicheverSlotItIsIn() throws IOException {
        for (int i = 0; i < 4; i++) {
            softHsm.addToken("other" + i);
        }
        try (Token token = connect()) {
            token.generateKey("payroll");
        }

        assertThat(softHsm.objects("desk")).contains("label:      payroll");
        assertThat(softHsm.objects("other0")).doesNotContain("payroll");
    }

    @Test
    void keysAreMadeInTheTokenAndStayThere() throws IOException {
        try (Token token = connect()) {
            token.generateKey("payroll");
        }

        assertThat(softHsm.objects("desk"))
                .contains("AES length 32", "sensitive, always sensitive, never extractable, local")
                .containsOnlyOnce("Secret Key Object");
    }

    @Test
    void opensWhatItSealedAlsoAfterConnectingAnew() throws Exception {
        byte[] nonce = AesGcm.nonce();
        byte[] sealed;
        try (Token token = connect()) {
            token.generateKey("payroll");
            sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret("plaintext"));
            assertThat(sealed).hasSize("plaintext".length() + 16);
        }
        try (Token token = connect();
                SecretBytes opened = token.open("payroll", nonce, DATA, sealed)) {
            assertThat(text(opened)).isEqualTo("plaintext");
        }
    }

    @Test
    void tellsAForgeryFromAFault() {
        try (Token token = connect()) {
            token.generateKey("payroll");
            byte[] nonce = AesGcm.nonce();
            byte[] sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret("plaintext"));
            byte[] forged = sealed.clone();
            forged[0] ^= 1;

            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> token.open("payroll", nonce, DATA, forged));
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> token.open("payroll", nonce, new byte[1], sealed));
            assertThatExceptionOfType(AEADBadTagException.class)
                    .isThrownBy(() -> token.open("payroll", nonce, DATA, new byte[3]));
            assertThat(token.isConnected()).isTrue();
        }
    }

    @Test
    void anExistingLabelIsNeverReplaced() throws Exception {
        try (Token token = connect()) {
            token.generateKey("payroll");
            byte[] nonce = AesGcm.nonce();
            byte[] sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret("plaintext"));

            assertFails(Reason.LABEL_TAKEN, () -> token.generateKey("payroll"));
            try (Token another = connect()) {
                assertFails(Reason.LABEL_TAKEN, () -> another.generateKey("payroll"));
            }
            try (SecretBytes opened = token.open("payroll", nonce, DATA, sealed)) {
                assertThat(text(opened)).isEqualTo("plaintext");
            }
        }
    }

    @Test
    void seesWhatAnotherProcessAddsAndRemoves() {
        try (Token token = connect();
                Token another = connect()) {
            assertThat(token.holds("payroll")).isFalse();
            another.generateKey("payroll");
            assertThat(token.holds("payroll")).isTrue();
            another.deleteKey("payroll");
            assertThat(token.holds("payroll")).isFalse();
            assertFails(Reason.KEY_MISSING, () -> token.seal("payroll", AesGcm.nonce(), DATA, SoftHsm.secret("x")));
            assertThat(token.isConnected()).isTrue();
        }
    }

    @Test
    void removesAKeyForGood() throws IOException {
        try (Token token = connect()) {
            token.generateKey("payroll");
            token.generateKey("ledger");
            token.deleteKey("payroll");
            token.deleteKey("never there");
        }
        assertThat(softHsm.objects("desk")).contains("ledger").doesNotContain("payroll");
    }

    @Test
    void aWrongPinIsToldAlsoWhileSomebodyElseIsLoggedIn() {
        try (Token token = connect()) {
            assertThat(token.isConnected()).isTrue();
            assertFails(
                    Reason.WRONG_PIN, () -> tokens.connect(softHsm.address("desk"), SoftHsm.secret("not the pin")));
            assertFails(Reason.WRONG_PIN, () -> tokens.connect(softHsm.address("desk"), SoftHsm.secret("1")));
        }
    }

    @Test
    void aTokenThatWasTakenOutIsGoneAndNotEmpty() throws IOException {
        try (Token token = connect()) {
            token.generateKey("payroll");
            softHsm.unplug();

            assertFails(Reason.NOT_PRESENT, () -> token.holds("payroll"));
            assertThat(token.isConnected()).isFalse();
            assertFails(Reason.FAILED, () -> token.holds("payroll"));
        }
    }

    @Test
    void useOfATokenThatWasTakenOutFails() throws IOException {
        try (Token token = connect()) {
            token.generateKey("payroll");
            byte[] nonce = AesGcm.nonce();
            byte[] sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret("plaintext"));
            softHsm.unplug();

            assertThatExceptionOfType(TokenException.class)
                    .isThrownBy(() -> token.open("payroll", nonce, DATA, sealed))
                    .matches(failure -> !failure.isAnswer());
            assertThat(token.isConnected()).isFalse();
        }
    }

    @Test
    void aDeletionThatATokenTakenOutOnlyPretendsIsToldAndTheKeyIsStillThere() throws Exception {
        byte[] nonce = AesGcm.nonce();
        byte[] sealed;
        try (Token token = connect()) {
            token.generateKey("payroll");
            sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret("plaintext"));
            softHsm.unplug();
            assertThatExceptionOfType(TokenException.class).isThrownBy(() -> token.deleteKey("payroll"));
        }
        softHsm.plugIn();
        try (Token token = connect();
                SecretBytes opened = token.open("payroll", nonce, DATA, sealed)) {
            assertThat(text(opened)).isEqualTo("plaintext");
        }
    }

    @Test
    void aTokenThatComesBackIsReachedByConnectingAnew() throws Exception {
        TokenAddress address = softHsm.address("desk");
        byte[] nonce = AesGcm.nonce();
        byte[] sealed;
        try (Token token = connect()) {
            token.generateKey("payroll");
            sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret("plaintext"));
        }
        softHsm.unplug();
        assertFails(Reason.NOT_PRESENT, () -> tokens.connect(address, SoftHsm.pin()));
        softHsm.plugIn();

        try (Token token = tokens.connect(address, SoftHsm.pin());
                SecretBytes opened = token.open("payroll", nonce, DATA, sealed)) {
            assertThat(text(opened)).isEqualTo("plaintext");
        }
    }

    @Test
    void anotherTokenOfTheSameNameIsNotTakenForIt() throws IOException {
        TokenAddress address = softHsm.address("desk");
        softHsm.unplug();
        softHsm.addToken("desk");

        assertFails(Reason.NOT_PRESENT, () -> tokens.connect(address, SoftHsm.pin()));
    }

    @Test
    void servesManyCallersAtOnce() throws Exception {
        try (Token token = connect();
                var callers = Executors.newFixedThreadPool(8)) {
            token.generateKey("payroll");
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String plaintext = "plaintext " + i;
                done.add(callers.submit(() -> {
                    byte[] nonce = AesGcm.nonce();
                    byte[] sealed = token.seal("payroll", nonce, DATA, SoftHsm.secret(plaintext));
                    try (SecretBytes opened = token.open("payroll", nonce, DATA, sealed)) {
                        return text(opened).equals(plaintext);
                    }
                }));
            }
            for (Future<Boolean> one : done) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    @Test
    void drawsRandomBytesInTheToken() {
        try (Token token = connect();
                SecretBytes one = token.random(32);
                SecretBytes other = token.random(32)) {
            assertThat(one.length()).isEqualTo(32);
            assertThat(one.sameAs(other)).isFalse();
        }
    }

    @Test
    void aFileThatIsNoLibraryIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("no library.so"), "text");

        assertFails(Reason.LIBRARY, () -> tokens.list(new TokenLibrary(file, Map.of())));
        assertFails(Reason.LIBRARY, () -> tokens.list(new TokenLibrary(folder.resolve("missing.so"), Map.of())));
        assertFails(Reason.LIBRARY, () -> tokens.list(new TokenLibrary(Path.of("relative.so"), Map.of())));
    }

    @Test
    void aLibraryThatOthersMayChangeIsNotLoaded() throws IOException {
        Path copy = Files.copy(softHsm.library().file(), folder.resolve("copy.so"));
        assertThat(tokens.list(new TokenLibrary(copy, softHsm.library().environment()))).isNotEmpty();
        Files.setPosixFilePermissions(copy, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));

        assertFails(Reason.LIBRARY, () -> tokens.list(new TokenLibrary(copy, softHsm.library().environment())));
    }

    private Token connect() {
        return tokens.connect(softHsm.address("desk"), SoftHsm.pin());
    }

    private static String text(SecretBytes secret) {
        return new String(secret.exposed(), StandardCharsets.UTF_8);
    }

    private static void assertFails(Reason reason, Runnable work) {
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(work::run)
                .extracting(TokenException::reason)
                .isEqualTo(reason);
    }
}
