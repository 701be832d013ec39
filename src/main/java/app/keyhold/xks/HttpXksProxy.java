package app.keyhold.xks;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.keystore.XksCall;
import app.keyhold.kms.keystore.XksCiphertext;
import app.keyhold.kms.keystore.XksException;
import app.keyhold.kms.keystore.XksKey;
import app.keyhold.kms.keystore.XksProblem;
import app.keyhold.kms.keystore.XksProxy;
import app.keyhold.kms.keystore.XksTarget;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/// Talks to external key store proxies over HTTPS (AWS KMS External Key Store Proxy API, version 1). Each answer is held
/// against what was asked: lengths, and over every ciphertext the integrity value.
public final class HttpXksProxy implements XksProxy {
    private static final String ALGORITHM = "AES_GCM";
    private static final String INTEGRITY = "SHA_256";
    private static final int MOST_MANAGERS = 10;
    private static final int MOST_USAGES = 10;

    private final Supplier<Exchange> connecting;
    private Optional<Exchange> connected = Optional.empty();

    /// Trusts the certificate authorities that this Java runtime trusts.
    public HttpXksProxy(InstantSource clock) {
        this(clock, HttpXksProxy::defaultTrust, UnaryOperator.identity());
    }

    /// @param trust which certificates count
    /// @param route where an address really is
    HttpXksProxy(InstantSource clock, Supplier<SSLContext> trust, UnaryOperator<URI> route) {
        this.connecting = () -> new Exchange(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Exchange.patience())
                        .sslContext(trust.get())
                        .build(),
                clock,
                route);
    }

    /// At the first call: reading the authorities' certificates takes a tenth of a second, which most vaults never need.
    private synchronized Exchange exchange() {
        if (connected.isEmpty()) {
            connected = Optional.of(connecting.get());
        }
        return connected.get();
    }

    @Override
    public void requireHealth(XksTarget target, XksCall call) {
        JsonNode status = ask(target, "/health", request(call));
        JsonNode managers = status.path("ekmFleetDetails");
        if (status.path("xksProxyFleetSize").asInt(0) < 1
                || text(status, "xksProxyVendor").isEmpty()
                || !managers.isArray()
                || managers.isEmpty()
                || managers.size() > MOST_MANAGERS) {
            throw new XksException(XksProblem.MALFORMED);
        }
        boolean serves = false;
        for (JsonNode manager : managers) {
            serves |= switch (text(manager, "healthStatus")) {
                case "ACTIVE", "DEGRADED" -> true;
                case "UNAVAILABLE" -> false;
                default -> throw new XksException(XksProblem.MALFORMED);
            };
        }
        if (!serves) {
            throw new XksException(XksProblem.MANAGERS_UNAVAILABLE);
        }
    }

    @Override
    public XksKey describe(XksTarget target, XksCall call, String xksKeyId) {
        JsonNode key = ask(target, keyPath(xksKeyId, "metadata"), request(call));
        JsonNode usages = key.path("keyUsage");
        if (!usages.isArray() || usages.size() > MOST_USAGES) {
            throw new XksException(XksProblem.MALFORMED);
        }
        Set<String> names = new HashSet<>();
        usages.forEach(usage -> names.add(usage.asText()));
        boolean enabled =
                switch (text(key, "keyStatus")) {
                    case "ENABLED" -> true;
                    case "DISABLED" -> false;
                    default -> throw new XksException(XksProblem.MALFORMED);
                };
        return new XksKey(text(key, "keySpec"), names, enabled);
    }

    @Override
    public XksCiphertext encrypt(
            XksTarget target, XksCall call, String xksKeyId, byte[] associatedData, byte[] plaintext) {
        ObjectNode request = request(call)
                .put("additionalAuthenticatedData", Blob.of(associatedData).base64())
                .put("plaintext", Blob.of(plaintext).base64())
                .put("encryptionAlgorithm", ALGORITHM)
                .put("ciphertextDataIntegrityValueAlgorithm", INTEGRITY);
        JsonNode answer = ask(target, keyPath(xksKeyId, "encrypt"), request);
        Blob ciphertext = bytes(answer, "ciphertext");
        Blob metadata = answer.hasNonNull("ciphertextMetadata") ? bytes(answer, "ciphertextMetadata") : Blob.of(new byte[0]);
        Blob vector = bytes(answer, "initializationVector");
        Blob tag = bytes(answer, "authenticationTag");
        Blob expected = integrityValue(Blob.of(associatedData), metadata, vector, ciphertext, tag);
        if (ciphertext.size() != plaintext.length || !bytes(answer, "ciphertextDataIntegrityValue").equals(expected)) {
            throw new XksException(XksProblem.MALFORMED);
        }
        try {
            return new XksCiphertext(ciphertext, metadata, vector, tag);
        } catch (IllegalArgumentException outOfBounds) {
            throw new XksException(XksProblem.MALFORMED, outOfBounds);
        }
    }

    @Override
    public byte[] decrypt(
            XksTarget target, XksCall call, String xksKeyId, byte[] associatedData, XksCiphertext sealed) {
        ObjectNode request = request(call)
                .put("additionalAuthenticatedData", Blob.of(associatedData).base64())
                .put("ciphertext", sealed.ciphertext().base64())
                .put("encryptionAlgorithm", ALGORITHM)
                .put("initializationVector", sealed.initializationVector().base64())
                .put("authenticationTag", sealed.authenticationTag().base64());
        if (sealed.metadata().size() > 0) {
            request.put("ciphertextMetadata", sealed.metadata().base64());
        }
        Blob plaintext = bytes(ask(target, keyPath(xksKeyId, "decrypt"), request), "plaintext");
        if (plaintext.size() != sealed.ciphertext().size()) {
            throw new XksException(XksProblem.MALFORMED);
        }
        return plaintext.toByteArray();
    }

    /// CDIV: SHA-256 over what a later Decrypt will need, one after the other.
    static Blob integrityValue(Blob... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Blob part : parts) {
                digest.update(part.toByteArray());
            }
            return Blob.of(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private ObjectNode request(XksCall call) {
        ObjectNode request = Json.MAPPER.createObjectNode();
        ObjectNode facts = request.putObject("requestMetadata");
        call.principalArn().ifPresent(arn -> facts.put("awsPrincipalArn", arn));
        call.keyArn().ifPresent(arn -> facts.put("kmsKeyArn", arn));
        facts.put("kmsOperation", call.operation());
        facts.put("kmsRequestId", call.requestId());
        call.viaService().ifPresent(service -> facts.put("kmsViaService", service));
        return request;
    }

    private JsonNode ask(XksTarget target, String path, ObjectNode request) {
        try {
            Exchange.Answer answer = exchange().post(target, path, Json.MAPPER.writeValueAsBytes(request));
            JsonNode body = Json.MAPPER.readTree(answer.body());
            if (!body.isObject()) {
                throw new XksException(XksProblem.MALFORMED);
            }
            if (answer.status() != 200) {
                throw new XksException(problem(body.path("errorName").asText("")));
            }
            return body;
        } catch (JsonProcessingException noJson) {
            throw new XksException(XksProblem.MALFORMED, noJson);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The body says what the status only groups.
    private static XksProblem problem(String errorName) {
        return switch (errorName) {
            case "ValidationException" -> XksProblem.VALIDATION;
            case "InvalidStateException" -> XksProblem.INVALID_STATE;
            case "InvalidCiphertextException" -> XksProblem.INVALID_CIPHERTEXT;
            case "InvalidKeyUsageException" -> XksProblem.INVALID_KEY_USAGE;
            case "AuthenticationFailedException" -> XksProblem.AUTHENTICATION_FAILED;
            case "AccessDeniedException" -> XksProblem.ACCESS_DENIED;
            case "KeyNotFoundException" -> XksProblem.KEY_NOT_FOUND;
            case "InvalidUriPathException" -> XksProblem.INVALID_URI_PATH;
            case "ThrottlingException" -> XksProblem.THROTTLING;
            case "UnsupportedOperationException" -> XksProblem.UNSUPPORTED_OPERATION;
            case "DependencyTimeoutException" -> XksProblem.DEPENDENCY_TIMEOUT;
            case "InternalException" -> XksProblem.INTERNAL;
            default -> XksProblem.MALFORMED;
        };
    }

    private static String keyPath(String xksKeyId, String what) {
        return "/keys/" + xksKeyId + "/" + what;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText("");
    }

    private static Blob bytes(JsonNode node, String member) {
        JsonNode found = node.path(member);
        try {
            if (!found.isTextual()) {
                throw new XksException(XksProblem.MALFORMED);
            }
            return Blob.ofBase64(found.asText());
        } catch (IllegalArgumentException noBase64) {
            throw new XksException(XksProblem.MALFORMED, noBase64);
        }
    }

    private static SSLContext defaultTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This Java runtime has no TLS", broken);
        }
    }

    /// Made with the first request: no vault waits for it that asks no proxy.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
