package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.BesideOthers;
import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.grant.ListRetirableGrants;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Thousands of requests about grants that are wrong in at least one way: cut and changed tokens, replayed ones, ids of
/// other keys, names and constraints at and beyond their limits. Each is refused with an error the operation declares,
/// leaves one row and no change.
@BesideOthers
class BadGrantRequestsTest {
    private static final int CASES_A_SEED = 2_000;
    private static final Set<Fault> DECLARED = EnumSet.of(
            Fault.ValidationException,
            Fault.NotFoundException,
            Fault.InvalidArnException,
            Fault.InvalidGrantTokenException,
            Fault.InvalidGrantIdException,
            Fault.InvalidMarkerException,
            Fault.AccessDeniedException);

    @TestFactory
    Stream<DynamicTest> areRefusedLeaveARowAndChangeNothing() {
        return Stream.of(1L, 20260301L, new Random().nextLong())
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed)));
    }

    private static void run(long seed) {
        try (var run = new Run(seed)) {
            for (int i = 0; i < CASES_A_SEED; i++) {
                run.one("seed " + seed + ", case " + i);
            }
        }
    }

    private static final class Run implements AutoCloseable {
        private final Random random;
        private final Desk desk = new Desk();
        private final String key = desk.createKey();
        private final String signing = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        private final Client eva = desk.person("eva");
        private final List<String> tokens = new ArrayList<>();
        private final List<String> replayed = new ArrayList<>();
        private final List<String> ids = new ArrayList<>();
        private final String digest;

        Run(long seed) {
            this.random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                var kept = desk.call(CreateGrant.Request.of(signing, Desk.userArn("eva"), GrantOperation.Sign));
                var over = desk.call(CreateGrant.Request.of(key, Desk.userArn("eva"), GrantOperation.Encrypt));
                desk.call(RevokeGrant.Request.of(key, over.grantId()));
                tokens.add(kept.grantToken());
                ids.add(kept.grantId());
                replayed.add(over.grantToken());
                ids.add(over.grantId());
            }
            this.digest = state();
        }

        void one(String label) {
            long before = desk.rows();
            KmsRequest<?> request = request();
            Client who = random.nextInt(4) == 0 ? eva : desk.as(new Principal.Root(Desk.ACCOUNT));

            Throwable thrown = catchThrowable(() -> who.call(request));

            assertThat(thrown).as("%s: %s", label, request).isInstanceOf(KmsException.class);
            assertThat(((KmsException) thrown).fault()).as("%s: %s", label, request).isIn(DECLARED);
            assertThat(desk.rows()).as(label).isEqualTo(before + 1);
            assertThat(desk.lastEvent().outcome()).as(label).isInstanceOf(AuditEvent.Outcome.Refused.class);
            assertThat(desk.lastEvent().changes()).as(label).isEmpty();
            assertThat(state()).as(label).isEqualTo(digest);
        }

        private String state() {
            return desk.view().grants().of(key, "", 100) + " " + desk.view().grants().of(signing, "", 100);
        }

        private KmsRequest<?> request() {
            return switch (random.nextInt(7)) {
                case 0 -> badCreate();
                case 1 -> new RetireGrant.Request(Optional.empty(), Optional.empty(), Optional.of(badToken()), Optional.empty());
                case 2 -> new RetireGrant.Request(Optional.empty(), maybe(badId()), maybe(badToken()), maybe(badKey()));
                case 3 -> RevokeGrant.Request.of(random.nextBoolean() ? key : badKey(), badId());
                case 4 -> ListGrants.Request.of(key).from(Optional.of(noise(40)));
                case 5 -> new ListRetirableGrants.Request(
                        Optional.of(random.nextBoolean() ? 0 : 101 + random.nextInt(1_000)),
                        Optional.empty(),
                        maybe(noise(20)),
                        maybe(noise(20)));
                default -> new Encrypt.Request(
                        Optional.empty(), Optional.empty(), Map.of(), badTokens(), key, Desk.secret("x"));
            };
        }

        private CreateGrant.Request badCreate() {
            var good = CreateGrant.Request.of(key, Desk.userArn("eva"), GrantOperation.Encrypt);
            return switch (random.nextInt(9)) {
                case 0 -> CreateGrant.Request.of(badKey(), Desk.userArn("eva"), GrantOperation.Encrypt);
                case 1 -> CreateGrant.Request.of(key, noise(30), GrantOperation.Encrypt);
                case 2 -> CreateGrant.Request.of(key, Desk.userArn(noise(5)), GrantOperation.Encrypt);
                case 3 -> CreateGrant.Request.of(signing, Desk.userArn("eva"), GrantOperation.Encrypt);
                case 4 -> good.withName(random.nextBoolean() ? "n".repeat(257) : "name " + noise(5));
                case 5 -> good.withRetiringPrincipal(noise(20));
                case 6 -> good.withConstraints(GrantConstraints.contextEquals(tooMany()));
                case 7 -> good.withConstraints(new GrantConstraints(
                        Optional.empty(), Optional.of(tooMany()), Optional.of(noise(600))));
                default -> new CreateGrant.Request(
                        Optional.empty(), Optional.empty(), badTokens(), maybe(Desk.userArn("eva")), Optional.empty(), key,
                        Optional.empty(), List.of("Encrypt"), Optional.empty(), Optional.empty());
            };
        }

        private Map<String, String> tooMany() {
            var pairs = new HashMap<String, String>();
            int count = random.nextBoolean() ? 0 : 9 + random.nextInt(100);
            for (int i = 0; i < count; i++) {
                pairs.put("name" + i, noise(10));
            }
            return pairs;
        }

        private List<String> badTokens() {
            List<String> several = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                several.add(badToken());
            }
            return several;
        }

        /// Right tokens are of the signing key, so each is wrong with the other one.
        private String badToken() {
            String token = tokens.get(random.nextInt(tokens.size()));
            int at = 16 + random.nextInt(token.length() - 16);
            return switch (random.nextInt(7)) {
                case 0 -> token.substring(0, at);
                case 1 -> token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
                case 2 -> replayed.get(random.nextInt(replayed.size()));
                case 3 -> token + token;
                case 4 -> noise(random.nextInt(9_000));
                case 5 -> token.substring(0, at) + noise(3) + token.substring(at);
                default -> replayed.getFirst().substring(0, at) + token.substring(at);
            };
        }

        private String badId() {
            return switch (random.nextInt(4)) {
                case 0 -> ids.get(random.nextInt(ids.size())).toUpperCase(Locale.ROOT) + "0";
                case 1 -> "%064x".formatted(random.nextLong());
                case 2 -> noise(1 + random.nextInt(200));
                default -> ids.get(1);
            };
        }

        private String badKey() {
            return switch (random.nextInt(4)) {
                case 0 -> noise(1 + random.nextInt(40));
                case 1 -> "alias/" + noise(5);
                case 2 -> Desk.arn(key).replace("us-east-1", "eu-west-9");
                default -> Desk.arn("00000000-0000-4000-8000-%012x".formatted(random.nextInt(1 << 30)));
            };
        }

        private Optional<String> maybe(String text) {
            return random.nextBoolean() ? Optional.of(text) : Optional.empty();
        }

        private String noise(int most) {
            int[] letters = {'a', 'Z', '0', '/', ':', '-', '=', ' ', 0, 0x7F, 0xE9, 0x202E, 0xD800, 0x1F512, '"', '\\', '%'};
            var text = new StringBuilder("#");
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            return text.toString();
        }

        @Override
        public void close() {
            desk.close();
        }
    }
}
