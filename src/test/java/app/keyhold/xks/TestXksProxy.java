package app.keyhold.xks;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.keystore.XksTarget;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A small external key store proxy with AES keys of its own: HTTPS, signatures checked, the four calls of the API.
/// Written against the published specification, and apart from the client it tests.
public final class TestXksProxy implements AutoCloseable {
    public static final String ENDPOINT = "https://xks.example";
    public static final String PATH = "/desk/kms/xks/v1";
    public static final String ACCESS_KEY = "BETTERTHANNOTHING234567";
    public static final String SECRET_KEY = "VU6W2byoiBrhDqNGbx703oL0syCAmhlQgwNUT123456";
    private static final byte[] METADATA = "version=1".getBytes(StandardCharsets.US_ASCII);
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();
    private static final Map<String, KeyStore> CERTIFICATES = new HashMap<>();

    private final JsonMapper json = new JsonMapper();
    private final Map<String, ExternalKey> keys = new HashMap<>();
    private final List<JsonNode> seen = new ArrayList<>();
    private final HttpsServer server;
    private final SSLContext trust;
    private final InstantSource clock;
    private Optional<Trouble> trouble = Optional.empty();
    private String health = "ACTIVE";
    private String secretKey = SECRET_KEY;

    /// What the next answers are instead of the right ones.
    private record Trouble(int status, byte[] body, Duration delay) {}

    private static final class ExternalKey {
        final byte[] material = new byte[32];
        String spec = "AES_256";
        String status = "ENABLED";
        String[] usage = {"ENCRYPT", "DECRYPT", "WRAP"};

        ExternalKey() {
            new SecureRandom().nextBytes(material);
        }
    }

    /// @param folder for its certificate
    public TestXksProxy(Path folder, InstantSource clock) throws IOException, GeneralSecurityException {
        this(folder, clock, "localhost");
    }

    /// @param host whom the certificate is for
    TestXksProxy(Path folder, InstantSource clock, String host) throws IOException, GeneralSecurityException {
        this.clock = clock;
        KeyStore own = certificate(folder, host);
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(own, STORE_PASSWORD);
        var mine = SSLContext.getInstance("TLS");
        mine.init(managers.getKeyManagers(), null, null);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(own);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, trusted.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(mine));
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "xks-proxy");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    /// A client that finds `xks.example` here and trusts its certificate.
    public HttpXksProxy client() {
        return new HttpXksProxy(clock, () -> trust, this::route);
    }

    URI route(URI asked) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + asked.getPath());
    }

    public static XksTarget target() {
        return new XksTarget("us-east-1", ENDPOINT, PATH, ACCESS_KEY, secret(SECRET_KEY));
    }

    static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.US_ASCII));
    }

    public TestXksProxy addKey(String id) {
        keys.put(id, new ExternalKey());
        return this;
    }

    public void removeKey(String id) {
        keys.remove(id);
    }

    public void disableKey(String id) {
        key(id).status = "DISABLED";
    }

    public void enableKey(String id) {
        key(id).status = "ENABLED";
    }

    void useKeyFor(String id, String... usage) {
        key(id).usage = usage;
    }

    void makeKeyA(String id, String spec) {
        key(id).spec = spec;
    }

    public void health(String now) {
        health = now;
    }

    public void secretKey(String now) {
        secretKey = now;
    }

    /// Until [#recover].
    public void fail(int status, String errorName) {
        trouble = Optional.of(new Trouble(
                status, ("{\"errorName\":\"" + errorName + "\"}").getBytes(StandardCharsets.UTF_8), Duration.ZERO));
    }

    void say(int status, byte[] body) {
        trouble = Optional.of(new Trouble(status, body, Duration.ZERO));
    }

    void fallAsleep(Duration time) {
        trouble = Optional.of(new Trouble(200, new byte[0], time));
    }

    public void recover() {
        trouble = Optional.empty();
    }

    /// The requestMetadata of the newest request.
    public JsonNode newestFacts() {
        return seen.getLast().get("requestMetadata");
    }

    /// Every base64 value that came, decoded.
    public List<byte[]> seen() {
        List<byte[]> values = new ArrayList<>();
        for (JsonNode request : seen) {
            for (String member : List.of("plaintext", "additionalAuthenticatedData", "ciphertext")) {
                values.add(decoded(request, member));
            }
            values.add(request.toString().getBytes(StandardCharsets.UTF_8));
        }
        return values;
    }

    /// The newest request whole.
    JsonNode newest() {
        return seen.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private ExternalKey key(String id) {
        return Optional.ofNullable(keys.get(id)).orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (trouble.isPresent()) {
                Trouble now = trouble.get();
                Thread.sleep(now.delay());
                send(exchange, now.status(), now.body());
                return;
            }
            ObjectNode answer = json.createObjectNode();
            int status;
            try {
                requireSigned(exchange, body);
                status = perform(exchange, json.readTree(body), answer);
            } catch (Refused refused) {
                status = refused.status;
                answer.removeAll();
                answer.put("errorName", refused.errorName);
            }
            send(exchange, status, json.writeValueAsBytes(answer));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static final class Refused extends Exception {
        final int status;
        final String errorName;

        Refused(int status, String errorName) {
            this.status = status;
            this.errorName = errorName;
        }
    }

    private int perform(HttpExchange exchange, JsonNode request, ObjectNode answer)
            throws Refused, GeneralSecurityException {
        seen.add(request);
        String path = exchange.getRequestURI().getRawPath();
        if (!exchange.getRequestMethod().equals("POST") || !path.startsWith(PATH + "/")) {
            throw new Refused(404, "InvalidUriPathException");
        }
        String[] parts = path.substring(PATH.length() + 1).split("/");
        if (parts.length == 1 && parts[0].equals("health")) {
            answer.put("xksProxyFleetSize", 1).put("xksProxyVendor", "Test").put("xksProxyModel", "1").put("ekmVendor", "Test");
            answer.putArray("ekmFleetDetails").addObject().put("id", "1").put("model", "1").put("healthStatus", health);
            return 200;
        }
        if (parts.length != 3 || !parts[0].equals("keys")) {
            throw new Refused(404, "InvalidUriPathException");
        }
        ExternalKey key = keys.get(parts[1]);
        if (key == null) {
            throw new Refused(404, "KeyNotFoundException");
        }
        switch (parts[2]) {
            case "metadata" -> {
                answer.put("keySpec", key.spec).put("keyStatus", key.status);
                var usage = answer.putArray("keyUsage");
                List.of(key.usage).forEach(usage::add);
            }
            case "encrypt" -> encrypt(key, request, answer);
            case "decrypt" -> decrypt(key, request, answer);
            default -> throw new Refused(404, "InvalidUriPathException");
        }
        return 200;
    }

    private void encrypt(ExternalKey key, JsonNode request, ObjectNode answer) throws Refused, GeneralSecurityException {
        requireEnabled(key);
        byte[] data = decoded(request, "additionalAuthenticatedData");
        byte[] vector = new byte[12];
        new SecureRandom().nextBytes(vector);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, key, vector, data, METADATA, decoded(request, "plaintext"));
        byte[] ciphertext = Arrays.copyOf(sealed, sealed.length - 16);
        byte[] tag = Arrays.copyOfRange(sealed, ciphertext.length, sealed.length);
        answer.put("ciphertext", encoded(ciphertext))
                .put("ciphertextMetadata", encoded(METADATA))
                .put("initializationVector", encoded(vector))
                .put("authenticationTag", encoded(tag));
        if (request.path("ciphertextDataIntegrityValueAlgorithm").asText("").equals("SHA_256")) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : List.of(data, METADATA, vector, ciphertext, tag)) {
                digest.update(part);
            }
            answer.put("ciphertextDataIntegrityValue", encoded(digest.digest()));
        }
    }

    private void decrypt(ExternalKey key, JsonNode request, ObjectNode answer) throws Refused, GeneralSecurityException {
        requireEnabled(key);
        byte[] ciphertext = decoded(request, "ciphertext");
        byte[] tag = decoded(request, "authenticationTag");
        byte[] sealed = ByteBuffer.allocate(ciphertext.length + tag.length).put(ciphertext).put(tag).array();
        try {
            byte[] plaintext = gcm(
                    Cipher.DECRYPT_MODE,
                    key,
                    decoded(request, "initializationVector"),
                    decoded(request, "additionalAuthenticatedData"),
                    decoded(request, "ciphertextMetadata"),
                    sealed);
            answer.put("plaintext", encoded(plaintext));
        } catch (AEADBadTagException forged) {
            throw new Refused(400, "InvalidCiphertextException");
        }
    }

    private static void requireEnabled(ExternalKey key) throws Refused {
        if (!key.status.equals("ENABLED")) {
            throw new Refused(400, "InvalidStateException");
        }
    }

    /// Associated data behind its length in two bytes, metadata behind its length in one.
    private static byte[] gcm(int mode, ExternalKey key, byte[] vector, byte[] data, byte[] metadata, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.material, "AES"), new GCMParameterSpec(128, vector));
        cipher.updateAAD(ByteBuffer.allocate(3 + data.length + metadata.length)
                .putShort((short) data.length)
                .put(data)
                .put((byte) metadata.length)
                .put(metadata)
                .array());
        return cipher.doFinal(input);
    }

    /// Signature Version 4 again, from its description.
    private void requireSigned(HttpExchange exchange, byte[] body) throws Refused, GeneralSecurityException {
        var headers = exchange.getRequestHeaders();
        String date = String.valueOf(headers.getFirst("X-Amz-Date"));
        String scope = date.substring(0, 8) + "/us-east-1/kms-xks-proxy/aws4_request";
        String canonical = String.join(
                "\n",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                "",
                "host:" + headers.getFirst("Host"),
                "x-amz-date:" + date,
                "",
                "host;x-amz-date",
                hex(body));
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of()
                .formatHex(hmac(
                        key,
                        "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n"
                                + hex(canonical.getBytes(StandardCharsets.UTF_8))));
        String expected = "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/" + scope
                + ", SignedHeaders=host;x-amz-date, Signature=" + signature;
        Instant signed = Instant.parse(date.replaceFirst(
                "(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3T$4:$5:$6Z"));
        boolean fresh = Duration.between(signed, clock.instant()).abs().compareTo(Duration.ofMinutes(5)) <= 0;
        if (!expected.equals(headers.getFirst("Authorization")) || !fresh) {
            throw new Refused(401, "AuthenticationFailedException");
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] decoded(JsonNode request, String member) {
        return Base64.getDecoder().decode(request.path(member).asText(""));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Made once for each name: `keytool` is a whole Java runtime.
    private static synchronized KeyStore certificate(Path folder, String host) throws IOException, GeneralSecurityException {
        KeyStore made = CERTIFICATES.get(host);
        if (made == null) {
            made = make(folder.resolve("proxy-" + host + ".p12"), host);
            CERTIFICATES.put(host, made);
        }
        return made;
    }

    private static KeyStore make(Path file, String host) throws IOException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "proxy", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + host,
                        "-ext", "san=dns:" + host, "-validity", "7", "-storetype", "PKCS12", "-storepass", new String(STORE_PASSWORD),
                        "-keystore", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            own.load(in, STORE_PASSWORD);
        }
        own.setCertificateEntry("self", own.getCertificate("proxy"));
        return own;
    }
}
