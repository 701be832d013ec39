package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.ApiModel.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Thousands of requests to every operation, drawn at random: malformed JSON, wrong types, unknown members, values at and
/// beyond every limit, ARNs of other forms, tricks with Unicode, encryption contexts of 8,192 characters and one more.
///
/// What cannot be read never reaches the door. What does is answered or refused with an error the operation declares,
/// leaves one row, and changes nothing if it is refused. The seed is in the test's name and in each failure.
@BesideOthers
class BadInputTest {
    private static final int CASES_AN_OPERATION = 70;
    private static final ApiModel MODEL = ApiModel.read();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// What the service sends though not every operation that can declares it.
    private static final Set<Fault> UNDECLARED = EnumSet.of(
            Fault.ValidationException,
            Fault.AccessDeniedException,
            Fault.NotAuthorizedException,
            Fault.UnsupportedOperationException,
            Fault.InvalidArnException,
            Fault.InvalidGrantTokenException,
            Fault.InvalidMarkerException,
            Fault.MalformedPolicyDocumentException);

    @TestFactory
    Stream<DynamicTest> isRefusedWithADeclaredErrorAndChangesNothing() {
        return Stream.of(1L, new Random().nextLong()).flatMap(seed -> ApiConformanceTest.operations()
                .map(operation -> DynamicTest.dynamicTest(operation.name() + ", seed " + seed, () -> {
                    try (var run = new Run(operation, seed)) {
                        for (int i = 0; i < CASES_AN_OPERATION; i++) {
                            run.one(operation.name() + ", seed " + seed + ", case " + i);
                        }
                    }
                })));
    }

    private static final class Run implements AutoCloseable {
        private final AwsJson json = new AwsJson();
        private final Random random;
        private final Operation<?, ?> operation;
        private final Shape input;
        private final Set<String> declared;
        private final Desk desk = new Desk();
        private final List<Key> keys = new ArrayList<>();

        Run(Operation<?, ?> operation, long seed) {
            this.random = new Random(seed ^ operation.name().hashCode());
            this.operation = operation;
            this.input = MODEL.input(operation.name());
            this.declared = MODEL.errors(operation.name());
            desk.person("eva");
            for (String id : List.of(
                    desk.createKey(),
                    desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY),
                    desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC))) {
                keys.add(desk.stored(id));
            }
            desk.force(keys.getLast().id(), KeyState.PendingDeletion);
        }

        void one(String label) throws IOException {
            byte[] bytes = bytes();
            long rows = desk.rows();
            long epoch = desk.view().epoch();
            KmsRequest<?> request;
            try {
                request = json.decode(bytes, operation.requestType().asSubclass(KmsRequest.class));
            } catch (KmsException unread) {
                assertThat(unread.fault()).as(label).isEqualTo(Fault.SerializationException);
                assertThat(desk.rows()).as(label).isEqualTo(rows);
                return;
            }
            Throwable thrown = catchThrowable(() -> desk.call(request));
            String what = label + ": " + abbreviated(bytes);
            assertThat(desk.rows()).as(what).isEqualTo(rows + 1);
            if (thrown != null) {
                assertThat(thrown).as(what).isInstanceOf(KmsException.class);
                Fault fault = ((KmsException) thrown).fault();
                assertThat(declared.contains(fault.name()) || UNDECLARED.contains(fault))
                        .as("%s answered %s %s", what, fault, thrown.getMessage())
                        .isTrue();
                assertThat(fault.status()).as(what).isEqualTo(400);
                assertThat(desk.view().epoch()).as(what).isEqualTo(epoch);
            } else if (desk.view().epoch() != epoch) {
                desk.write(work -> keys.forEach(key -> work.put(key)));
            }
        }

        private byte[] bytes() throws IOException {
            ObjectNode request = ApiEnforcementTest.sample(input);
            input.members().forEach((name, shape) -> {
                if (request.has(name) ? random.nextInt(3) > 0 : random.nextInt(3) == 0) {
                    request.set(name, any(name, shape));
                }
            });
            if (random.nextInt(6) == 0) {
                request.set("Unknown" + random.nextInt(100), any("Unknown", input));
            }
            byte[] good = MAPPER.writeValueAsBytes(request);
            return random.nextInt(5) == 0 ? damaged(good) : good;
        }

        /// No JSON any more, or hardly.
        private byte[] damaged(byte[] good) {
            String text = new String(good, StandardCharsets.UTF_8);
            return switch (random.nextInt(7)) {
                case 0 -> Arrays.copyOf(good, random.nextInt(good.length));
                case 1 -> {
                    good[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
                    yield good;
                }
                case 2 -> (text + text).getBytes(StandardCharsets.UTF_8);
                case 3 -> ("[".repeat(10_000) + text).getBytes(StandardCharsets.UTF_8);
                case 4 -> ("{\"KeyId\":1,\"KeyId\":1," + text.substring(1)).getBytes(StandardCharsets.UTF_8);
                case 5 -> new byte[AwsJson.MAX_BYTES + 1];
                default -> text.replace("\":\"", "\":\"\u00ff").getBytes(StandardCharsets.ISO_8859_1);
            };
        }

        private JsonNode any(String name, Shape shape) {
            if (random.nextInt(8) == 0) {
                return List.<JsonNode>of(
                                NODES.nullNode(),
                                NODES.numberNode(-1),
                                NODES.numberNode(1.5e300),
                                NODES.textNode(noise(20)),
                                NODES.booleanNode(true),
                                NODES.arrayNode().add(NODES.nullNode()),
                                NODES.objectNode().put("a", 1))
                        .get(random.nextInt(7));
            }
            return switch (shape.type()) {
                case "string" -> NODES.textNode(text(name, shape));
                case "integer" -> NODES.numberNode(random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(400));
                case "boolean" -> NODES.booleanNode(random.nextBoolean());
                case "timestamp" -> NODES.numberNode(random.nextInt(3) == 0 ? random.nextLong() : 1_790_000_000L);
                case "blob" -> NODES.binaryNode(randomBytes(shape));
                case "list" -> {
                    var list = NODES.arrayNode();
                    for (int i = random.nextInt(random.nextInt(6) == 0 ? 60 : 3); i >= 0; i--) {
                        list.add(any(name, shape.element()));
                    }
                    yield list;
                }
                case "map" -> context();
                case "structure" -> {
                    ObjectNode structure = ApiEnforcementTest.sample(shape);
                    shape.members().forEach((inner, type) -> {
                        if (random.nextInt(3) == 0) {
                            structure.set(inner, any(inner, type));
                        }
                    });
                    yield structure;
                }
                default -> ApiEnforcementTest.value(shape);
            };
        }

        private byte[] randomBytes(Shape shape) {
            int max = shape.max().orElse(64);
            byte[] bytes = new byte[random.nextInt(8) == 0 ? Math.min(max, 7_000) + random.nextInt(2) : random.nextInt(200)];
            random.nextBytes(bytes);
            return bytes;
        }

        private String text(String name, Shape shape) {
            if (!shape.values().isEmpty()) {
                // Making RSA keys of the larger sizes would be most of what the test does.
                List<String> quick = new TreeSet<>(shape.values()).stream()
                        .filter(value -> !value.matches("RSA_(3072|4096)"))
                        .toList();
                return random.nextInt(4) == 0 ? noise(10) : quick.get(random.nextInt(quick.size()));
            }
            if (name.endsWith("KeyId")) {
                return keyName();
            }
            return switch (random.nextInt(8)) {
                case 0 -> "a".repeat(shape.max().orElse(100) + random.nextInt(2));
                case 1, 2 -> noise(30);
                case 3 -> "alias/" + noise(5);
                case 4 -> "alias/aws/" + noise(3);
                case 5 -> Desk.userArn(random.nextBoolean() ? "eva" : noise(3));
                default -> ApiEnforcementTest.value(shape).asText();
            };
        }

        private String keyName() {
            String id = keys.get(random.nextInt(keys.size())).id();
            String arn = Desk.arn(id);
            return switch (random.nextInt(12)) {
                case 0 -> noise(20);
                case 1 -> id.toUpperCase(Locale.ROOT);
                case 2 -> arn.replace("arn:aws:", "arn:AWS:");
                case 3 -> arn.replace(":key/", ":key//");
                case 4 -> arn + "/";
                case 5 -> arn.replace("us-east-1", "eu-west-9");
                case 6 -> arn.replace(Desk.ACCOUNT, "999999999999");
                case 7 -> "alias/\u0430lias";
                default -> random.nextBoolean() ? id : arn;
            };
        }

        /// Now and then of exactly the most characters, or one more.
        private JsonNode context() {
            ObjectNode context = NODES.objectNode();
            switch (random.nextInt(4)) {
                case 0 -> context.put("k", "v".repeat(8_192 - 2 + random.nextInt(2)));
                case 1 -> {
                    for (int i = random.nextInt(20); i > 0; i--) {
                        context.put(noise(6), noise(6));
                    }
                }
                default -> context.put("team", "payroll");
            }
            return context;
        }

        /// Letters that mean something elsewhere, look like others, turn the line around, or are half a letter.
        private String noise(int most) {
            int[] letters = {
                'a', 'Z', '0', '/', ':', '-', '=', ' ', 0, 0x7F, 0xE9, 0x202E, 0xD800, 0xDFFF, 0x1F512, '"', '\\', '%',
                0x430, 0x2024, 0xFEFF, '\n', '*', '$'
            };
            var text = new StringBuilder();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            return text.toString();
        }

        private static String abbreviated(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.length() < 600 ? text : text.substring(0, 600) + "...";
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
