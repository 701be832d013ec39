package app.keyhold.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.accesskey.CreateAccessKey;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.shape.RecordMembers;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.VaultException;
import app.keyhold.vault.Vaults;
import app.keyhold.vault.operation.CreateUser;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Calls every operation there is through the door of a real vault, and reads in CloudTrail's form what that left. Found on
/// the class path, so that a new operation is walked without anybody thinking of it.
class TrailOfEveryOperationTest {
    private static final List<String> SYMMETRIC_CRYPTO = List.of(
            "Encrypt", "Decrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext");

    private static final int KINDS = 6;
    private static final int PROGRAMS_TURN = 2;
    private static final String PROGRAM = "program";
    /// Where CloudTrail's name for what happens is not the operation's.
    private static final Map<String, String> RECORDED_AS = Map.of("CreateReplicaKey", "CreateKey");

    @TempDir
    static Path folder;

    private static OpenVault vault;
    private static Client schedule;
    private static String accessKey = "";
    private static final Map<String, AnyRequest> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> SUCCEEDED = new TreeMap<>();

    @BeforeAll
    static void open() {
        var attendant = new Attendant() {
            @Override
            public void unlocked(OpenVault opened, Client service) {
                schedule = service;
            }
        };
        vault = new Vaults(Clock.systemUTC(), folder.resolve("state"), attendant)
                .create(new NewVault(
                        folder.resolve("walk.keyhold"),
                        Optional.of("123456789012"),
                        "us-east-1",
                        passphrase(),
                        Optional.empty(),
                        new NewVault.KdfCost(8 * 1024, 1, 1),
                        "cli",
                        true));
        vault.client().call(CreateUser.Request.endpointOnly(PROGRAM, "NONE"));
        accessKey = vault.client().call(new CreateAccessKey.Request(PROGRAM)).accessKey().accessKeyId();
        addKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        addKey(KeySpec.RSA_2048, KeyUsage.ENCRYPT_DECRYPT);
        addKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        addKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);
        addKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
        addKey(KeySpec.ML_KEM_512, KeyUsage.ENCAPSULATE_DECAPSULATE);
    }

    @AfterAll
    static void close() {
        vault.close();
    }

    static Stream<Class<?>> requests() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("app.keyhold").stream()
                        .filter(found -> found.isAssignableTo(Operation.class)
                                && !found.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !found.isInterface())
                        .sorted(Comparator.comparing(TrailOfEveryOperationTest::turn).thenComparing(JavaClass::getName))
                        .map(TrailOfEveryOperationTest::requestOf);
    }

    /// What others need comes first, what leaves less to walk on comes last.
    private static int turn(JavaClass operation) {
        String name = operation.getSimpleName();
        if (name.equals("Rekey")) {
            return 3;
        }
        return name.startsWith("Cancel") || name.startsWith("Delete") ? 2 : name.matches("(Create|Generate|Encrypt|Get).*") ? 0 : 1;
    }

    private static Class<?> requestOf(JavaClass operation) {
        try {
            return Class.forName(operation.getName() + "$Request");
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(operation.getName() + " has no Request of its own", missing);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void leavesARecordThatIsWholeAndHoldsNoSecret(Class<?> type) {
        String name = type.getEnclosingClass().getSimpleName();
        long before = newest();
        List<String> secrets = new ArrayList<>();
        for (int round = 0; round < 2 && !SUCCEEDED.containsKey(name); round++) {
            addFreshKey();
            for (String key : candidates()) {
                if (!SUCCEEDED.containsKey(name)) {
                    call(name, key, type, secrets);
                }
            }
        }
        String recorded = RECORDED_AS.getOrDefault(name, name);
        List<Event> left =
                eventsAfter(before).stream().filter(event -> event.name().equals(recorded)).toList();

        assertThat(left).as("events of " + name).isNotEmpty();
        left.forEach(TrailOfEveryOperationTest::requireWhole);
        left.forEach(event -> requireNothingOf(secrets, event));
    }

    @Test
    void whatACallHasMadeOrUsedIsNamedByItsMaterial() {
        eventsAfter(0).stream()
                .filter(event -> SYMMETRIC_CRYPTO.contains(event.name()) && event.result() == LookupEvents.Result.ALLOWED)
                .filter(event -> event.keyMaterialId().isPresent())
                .forEach(event -> assertThat(event.cloudTrail().get("additionalEventData"))
                        .isEqualTo(Map.of("keyMaterialId", event.keyMaterialId().orElseThrow())));
    }

    /// One of each kind, and the newest two, which nothing much has happened to.
    private static List<String> candidates() {
        List<String> all = List.copyOf(KEYS.keySet());
        List<String> some = new ArrayList<>(all.subList(0, KINDS));
        some.addAll(all.subList(Math.max(KINDS, all.size() - 2), all.size()));
        return some;
    }

    private static SecretBytes passphrase() {
        return SecretBytes.takeOver("correct horse battery staple".getBytes(StandardCharsets.US_ASCII));
    }

    private static void addKey(KeySpec spec, KeyUsage usage) {
        addKey(vault.client().call(CreateKey.Request.of(spec, usage, "for the walk")).keyMetadata());
    }

    /// Nothing has been done to it yet.
    private static void addFreshKey() {
        addKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
    }

    private static void addKey(KeyMetadata key) {
        var any = new AnyRequest();
        for (String member : List.of("keyId", "targetKeyId", "sourceKeyId", "destinationKeyId")) {
            any.know(member, key.keyId());
        }
        any.know("screenSession", "walk");
        any.know("policyName", "default");
        any.know("tags", List.of(new Tag("walk", "yes")));
        any.know("message", Blob.of(new byte[] {75, 72, 67, 65, 78, 65, 82, 89, 1, 2, 3, 4, 5, 6, 7, 8}));
        any.know("numberOfBytes", 32);
        any.know("pendingWindowInDays", 7);
        any.know("rotationPeriodInDays", 100);
        any.know("file", folder.resolve("copy-" + KEYS.size()).toString());
        any.know("aliasName", "alias/walk-" + KEYS.size());
        key.signingAlgorithms().ifPresent(all -> any.know("signingAlgorithm", all.getFirst().name()));
        key.macAlgorithms().ifPresent(all -> any.know("macAlgorithm", all.getFirst().name()));
        key.encryptionAlgorithms().ifPresent(all -> any.know("encryptionAlgorithm", all.getFirst().name()));
        key.keyAgreementAlgorithms().ifPresent(all -> any.know("keyAgreementAlgorithm", all.getFirst().name()));
        key.encapsulationAlgorithms().ifPresent(all -> any.know("encapsulationAlgorithm", all.getFirst().name()));
        if (KEYS.size() % 2 == 1) {
            any.know("userName", "owner");
            any.know("passphrase", passphrase());
            any.know("currentPassphrase", passphrase());
            vault.client().call(new CreateAlias.Request("alias/walk-" + KEYS.size(), key.keyId()));
        }
        if (KEYS.size() == PROGRAMS_TURN) {
            any.know("userName", PROGRAM);
            any.know("accessKeyId", accessKey);
        }
        KEYS.put(key.keyId(), any);
    }

    private static void call(String name, String key, Class<?> type, List<String> secrets) {
        AnyRequest any = KEYS.get(key);
        for (Client client : List.of(vault.client(), schedule)) {
            KmsRequest<?> request = any.of(type);
            collect((Record) request, secrets);
            try {
                Record response = (Record) client.call(request);
                collect(response, secrets);
                any.learn(response);
                SUCCEEDED.put(name, key);
                return;
            } catch (KmsException | VaultException refused) {
                secrets.add(AnyRequest.CANARY);
            }
        }
    }

    /// Every form in which bytes of the record might turn up.
    private static void collect(Record record, List<String> secrets) {
        for (RecordMembers.One member : RecordMembers.of(record.getClass())) {
            Object value = member.of(record) instanceof Optional<?> optional ? optional.orElse(null) : member.of(record);
            byte[] bytes =
                    switch (value) {
                        case SecretBytes secret when !secret.isDestroyed() -> secret.exposed();
                        case Blob blob -> blob.toByteArray();
                        case null, default -> new byte[0];
                    };
            if (bytes.length >= 8) {
                secrets.add(new String(bytes, StandardCharsets.ISO_8859_1));
                secrets.add(HexFormat.of().formatHex(bytes));
                secrets.add(Base64.getEncoder().encodeToString(bytes).substring(0, bytes.length / 3 * 4));
            }
            if (value instanceof Record nested) {
                collect(nested, secrets);
            }
        }
    }

    private static void requireNothingOf(List<String> secrets, Event event) {
        String record = new String(new AwsJson().encode(event.cloudTrail()), StandardCharsets.UTF_8);
        String body = new String(event.body().toByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(record).doesNotContain(AnyRequest.CANARY);
        assertThat(body).doesNotContain(AnyRequest.CANARY);
        secrets.forEach(secret -> assertThat(record).doesNotContainIgnoringCase(secret));
    }

    private static void requireWhole(Event event) {
        Map<String, @Nullable Object> record = event.cloudTrail();
        assertThat(record)
                .containsKeys(
                        "eventVersion", "userIdentity", "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress",
                        "userAgent", "requestParameters", "responseElements", "eventID", "readOnly", "eventType",
                        "managementEvent", "recipientAccountId", "eventCategory")
                .containsEntry("awsRegion", "us-east-1")
                .containsEntry("recipientAccountId", "123456789012");
        assertThatCode(() -> Instant.parse(String.valueOf(record.get("eventTime")))).doesNotThrowAnyException();
        assertThatCode(() -> UUID.fromString(String.valueOf(record.get("eventID")))).doesNotThrowAnyException();
        boolean serviceEvent = "AwsServiceEvent".equals(record.get("eventType"));
        assertThat(record.containsKey("requestID")).isEqualTo(!serviceEvent);
        assertThat((Map<?, ?>) record.get("userIdentity")).satisfiesAnyOf(
                identity -> assertThat(identity.get("invokedBy")).isEqualTo("AWS Internal"),
                identity -> assertThat(identity.get("type")).isIn("Root", "IAMUser", "AssumedRole", "AWSService"));
        boolean refused = record.containsKey("errorCode");
        if (refused || Boolean.TRUE.equals(record.get("readOnly"))) {
            assertThat(record.get("responseElements")).isNull();
        } else if (!serviceEvent && event.resources().stream().anyMatch(arn -> arn.contains(":key/"))) {
            assertThat(String.valueOf(record.get("responseElements"))).contains("arn:aws:kms:us-east-1:123456789012:key/");
        }
    }

    private static long newest() {
        return page(Optional.empty()).getFirst().number();
    }

    private static List<Event> eventsAfter(long number) {
        List<Event> found = new ArrayList<>();
        Optional<Long> before = Optional.empty();
        List<Event> page = page(before);
        while (!page.isEmpty()) {
            page.stream().filter(event -> event.number() > number).forEach(found::add);
            before = Optional.of(page.getLast().number());
            page = page.getLast().number() > number ? page(before) : List.of();
        }
        return found;
    }

    private static List<Event> page(Optional<Long> before) {
        return vault.client()
                .call(new LookupEvents.Request(
                        "reading", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(),
                        Optional.empty(), before, 200))
                .events();
    }
}
