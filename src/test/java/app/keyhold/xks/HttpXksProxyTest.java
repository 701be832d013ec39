package app.keyhold.xks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.keystore.XksCall;
import app.keyhold.kms.keystore.XksCiphertext;
import app.keyhold.kms.keystore.XksException;
import app.keyhold.kms.keystore.XksProblem;
import app.keyhold.kms.keystore.XksTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a proxy with keys of its own.
class HttpXksProxyTest {
    private static final byte[] DATA = "purpose=test".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAINTEXT = "plaintext".getBytes(StandardCharsets.UTF_8);
    private static final String KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final XksCall CALL = new XksCall(
            "Encrypt",
            "4112f4d6-db54-4af4-ae30-c55a22a8dfae",
            Optional.of("arn:aws:iam::111122223333:user/eva"),
            Optional.of(KEY_ARN),
            Optional.of("files.us-east-1.amazonaws.com"));

    @TempDir
    private Path folder;

    private TestXksProxy proxy;
    private HttpXksProxy client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        proxy = new TestXksProxy(folder, InstantSource.system()).addKey("payroll");
        client = proxy.client();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void decryptsWhatItEncrypted() {
        XksCiphertext sealed = client.encrypt(TestXksProxy.target(), CALL, "payroll", DATA, PLAINTEXT);

        assertThat(sealed.ciphertext().size()).isEqualTo(PLAINTEXT.length);
        assertThat(sealed.metadata()).isEqualTo(Blob.of("version=1".getBytes(StandardCharsets.US_ASCII)));
        assertThat(client.decrypt(TestXksProxy.target(), CALL, "payroll", DATA, sealed)).isEqualTo(PLAINTEXT);
    }

    @Test
    void tellsTheProxyWhoAsksForWhat() {
        client.encrypt(TestXksProxy.target(), CALL, "payroll", DATA, PLAINTEXT);

        assertThat(proxy.newestFacts().toString())
                .isEqualTo("{\"awsPrincipalArn\":\"arn:aws:iam::111122223333:user/eva\",\"kmsKeyArn\":\"" + KEY_ARN
                        + "\",\"kmsOperation\":\"Encrypt\",\"kmsRequestId\":\"4112f4d6-db54-4af4-ae30-c55a22a8dfae\","
                        + "\"kmsViaService\":\"files.us-east-1.amazonaws.com\"}");
        assertThat(proxy.newest().get("encryptionAlgorithm").asText()).isEqualTo("AES_GCM");
        assertThat(proxy.newest().get("ciphertextDataIntegrityValueAlgorithm").asText()).isEqualTo("SHA_256");
    }

    @Test
    void healthSendsOnlyOperationAndRequest() {
        client.requireHealth(
                TestXksProxy.target(),
                new XksCall("ConnectCustomKeyStore", "1", Optional.empty(), Optional.empty(), Optional.empty()));

        assertThat(proxy.newest().toString())
                .isEqualTo("{\"requestMetadata\":{\"kmsOperation\":\"ConnectCustomKeyStore\",\"kmsRequestId\":\"1\"}}");
    }

    @Test
    void describesAKey() {
        assertThat(client.describe(TestXksProxy.target(), CALL, "payroll").isUsable()).isTrue();
        proxy.disableKey("payroll");
        assertThat(client.describe(TestXksProxy.target(), CALL, "payroll").isUsable()).isFalse();
        proxy.enableKey("payroll");
        proxy.useKeyFor("payroll", "ENCRYPT");
        assertThat(client.describe(TestXksProxy.target(), CALL, "payroll").isUsable()).isFalse();
        proxy.useKeyFor("payroll", "ENCRYPT", "DECRYPT");
        proxy.makeKeyA("payroll", "AES_128");
        assertThat(client.describe(TestXksProxy.target(), CALL, "payroll").isUsable()).isFalse();
    }

    @Test
    void aManagerThatServesWithTroubleStillServes() {
        proxy.health("DEGRADED");
        client.requireHealth(TestXksProxy.target(), CALL);
        proxy.health("UNAVAILABLE");
        assertFails(XksProblem.MANAGERS_UNAVAILABLE, () -> client.requireHealth(TestXksProxy.target(), CALL));
        proxy.health("WELL");
        assertFails(XksProblem.MALFORMED, () -> client.requireHealth(TestXksProxy.target(), CALL));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ValidationException, VALIDATION",
        "400, InvalidStateException, INVALID_STATE",
        "400, InvalidCiphertextException, INVALID_CIPHERTEXT",
        "400, InvalidKeyUsageException, INVALID_KEY_USAGE",
        "401, AuthenticationFailedException, AUTHENTICATION_FAILED",
        "403, AccessDeniedException, ACCESS_DENIED",
        "404, KeyNotFoundException, KEY_NOT_FOUND",
        "404, InvalidUriPathException, INVALID_URI_PATH",
        "429, ThrottlingException, THROTTLING",
        "501, UnsupportedOperationException, UNSUPPORTED_OPERATION",
        "503, DependencyTimeoutException, DEPENDENCY_TIMEOUT",
        "500, InternalException, INTERNAL",
        "500, SomethingElse, MALFORMED",
    })
    void knowsEveryErrorOfTheApi(int status, String name, XksProblem expected) {
        proxy.fail(status, name);

        assertFails(expected, () -> client.describe(TestXksProxy.target(), CALL, "payroll"));
    }

    @Test
    void aWrongSecretKeyIsTold() {
        XksTarget wrong = new XksTarget(
                "us-east-1", TestXksProxy.ENDPOINT, TestXksProxy.PATH, TestXksProxy.ACCESS_KEY, TestXksProxy.secret("x".repeat(43)));

        assertFails(XksProblem.AUTHENTICATION_FAILED, () -> client.requireHealth(wrong, CALL));
    }

    @Test
    void anUnknownKeyAndAnUnknownPathAreTold() {
        XksTarget elsewhere = new XksTarget(
                "us-east-1", TestXksProxy.ENDPOINT, "/kms/xks/v1", TestXksProxy.ACCESS_KEY, TestXksProxy.secret(TestXksProxy.SECRET_KEY));

        assertFails(XksProblem.KEY_NOT_FOUND, () -> client.describe(TestXksProxy.target(), CALL, "other"));
        assertFails(XksProblem.INVALID_URI_PATH, () -> client.requireHealth(elsewhere, CALL));
    }

    @Test
    void anotherContextDoesNotOpen() {
        XksCiphertext sealed = client.encrypt(TestXksProxy.target(), CALL, "payroll", DATA, PLAINTEXT);

        assertFails(
                XksProblem.INVALID_CIPHERTEXT,
                () -> client.decrypt(TestXksProxy.target(), CALL, "payroll", new byte[1], sealed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text",
                "[]",
                "{}",
                "{\"ciphertext\":\"AAAAAAAAAAAA\"}",
                "{\"ciphertext\":\"cGxhaW50ZXh0\",\"ciphertext\":\"cGxhaW50ZXh0\"}",
                "{} {}",
                "''",
            })
    void anAnswerThatIsNoneIsTold(String body) {
        proxy.say(200, body.getBytes(StandardCharsets.UTF_8));

        assertFails(
                XksProblem.MALFORMED, () -> client.encrypt(TestXksProxy.target(), CALL, "payroll", DATA, PLAINTEXT));
    }

    @Test
    void aBitThatFlippedOnTheWayIsTold() {
        proxy.say(
                200,
                ("{\"ciphertext\":\"cGxhaW50ZXh0\",\"initializationVector\":\"HMrlRw85cAJUd5Ax\","
                                + "\"authenticationTag\":\"vBxN2ncH1oEkR8WVXpmyYQ==\","
                                + "\"ciphertextDataIntegrityValue\":\"qHA/ImC9h5HsLRXqCyPmWgYx7tzyoTplzILbP0fPXsc=\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertFails(
                XksProblem.MALFORMED, () -> client.encrypt(TestXksProxy.target(), CALL, "payroll", DATA, PLAINTEXT));
    }

    /// The example of the specification, appendix C.
    @Test
    void computesTheIntegrityValueOfThePublishedExample() {
        assertThat(HttpXksProxy.integrityValue(
                        Blob.ofBase64("cHJvamVjdD1uaWxlLGRlcGFydG1lbnQ9bWFya2V0aW5n"),
                        Blob.ofBase64("a2V5X3ZlcnNpb249MQ=="),
                        Blob.ofBase64("HMrlRw85cAJUd5Ax"),
                        Blob.ofBase64("ghxkK1txeDNn3q8Y"),
                        Blob.ofBase64("vBxN2ncH1oEkR8WVXpmyYQ==")))
                .isEqualTo(Blob.ofBase64("qHA/ImC9h5HsLRXqCyPmWgYx7tzyoTplzILbP0fPXsc="));
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        proxy.say(200, new byte[1 << 20]);

        assertFails(XksProblem.MALFORMED, () -> client.describe(TestXksProxy.target(), CALL, "payroll"));
    }

    @Test
    void aProxyThatDoesNotAnswerIsNotWaitedForLong() {
        proxy.fallAsleep(Duration.ofSeconds(8));
        long start = System.nanoTime();

        assertFails(XksProblem.TIMED_OUT, () -> client.describe(TestXksProxy.target(), CALL, "payroll"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aRedirectionIsNotFollowed() {
        proxy.say(302, "{}".getBytes(StandardCharsets.UTF_8));

        assertFails(XksProblem.MALFORMED, () -> client.describe(TestXksProxy.target(), CALL, "payroll"));
    }

    @Test
    void aProxyThatIsNotThereIsTold() {
        proxy.close();

        assertFails(XksProblem.UNREACHABLE, () -> client.requireHealth(TestXksProxy.target(), CALL));
    }

    @Test
    void aCertificateOfSomebodyElseIsNotAccepted() throws IOException, GeneralSecurityException {
        try (var other = new TestXksProxy(folder, InstantSource.system(), "other.example")) {
            assertFails(XksProblem.TLS, () -> other.client().requireHealth(TestXksProxy.target(), CALL));
        }
        var system = javax.net.ssl.SSLContext.getDefault();
        var strict = new HttpXksProxy(InstantSource.system(), () -> system, proxy::route);
        assertFails(XksProblem.TLS, () -> strict.requireHealth(TestXksProxy.target(), CALL));
    }

    private static void assertFails(XksProblem problem, Runnable work) {
        assertThatExceptionOfType(XksException.class)
                .isThrownBy(work::run)
                .extracting(XksException::problem)
                .isEqualTo(problem);
    }
}
