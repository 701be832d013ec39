package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.keyhold.BesideOthers;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.GrantListEntry;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.grant.ListRetirableGrants;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.schedule.DeleteKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class GrantTest {
    private static final String ROOT = "arn:aws:iam::" + Desk.ACCOUNT + ":root";
    private static final String EVA = Desk.userArn("eva");
    private static final String VOLUME = "arn:aws:keyhold:us-east-1:123456789012:volume/photos";

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @BeforeEach
    void admit() {
        desk.person("eva");
        desk.person("bo");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aGrantIsListedWithAllItWasMadeOf() {
        var constraints = new GrantConstraints(
                Optional.of(Map.of("team", "payroll", "year", "2026")), Optional.of(Map.of("team", "payroll")), Optional.of(VOLUME));
        var made = desk.call(request(GrantOperation.Encrypt, GrantOperation.Decrypt)
                .withName("payroll")
                .withConstraints(constraints)
                .withRetiringPrincipal(Desk.userArn("bo")));

        assertThat(made.grantId()).matches("[0-9a-f]{64}");
        assertThat(listed())
                .containsExactly(new GrantListEntry(
                        Optional.of(constraints),
                        Desk.START,
                        made.grantId(),
                        Optional.of(EVA),
                        Optional.empty(),
                        ROOT,
                        Desk.arn(key),
                        "payroll",
                        List.of(GrantOperation.Decrypt, GrantOperation.Encrypt),
                        Optional.of(Desk.userArn("bo")),
                        Optional.empty()));
    }

    @Test
    void aGrantWithoutNameAndConstraintsHasAnEmptyNameAndNoConstraints() {
        desk.call(request(GrantOperation.Encrypt).withConstraints(GrantConstraints.NONE));

        assertThat(listed()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEmpty();
            assertThat(entry.constraints()).isEmpty();
            assertThat(entry.retiringPrincipal()).isEmpty();
        });
    }

    @Test
    void aRepeatedRequestWithANameIsAnsweredWithTheSameGrantAndANewToken() {
        var request = request(GrantOperation.Encrypt, GrantOperation.Decrypt).withName("payroll");
        var first = desk.call(request);
        desk.turnClock(Duration.ofMinutes(1));
        var again = desk.call(request);

        assertThat(again.grantId()).isEqualTo(first.grantId());
        assertThat(again.grantToken()).isNotEqualTo(first.grantToken());
        assertThat(listed()).hasSize(1);
    }

    @Test
    void theOrderOfOperationsMakesNoOtherGrant() {
        var first = desk.call(request(GrantOperation.Encrypt, GrantOperation.Decrypt).withName("payroll"));
        var again = desk.call(
                request(GrantOperation.Decrypt, GrantOperation.Encrypt, GrantOperation.Decrypt).withName("payroll"));

        assertThat(again.grantId()).isEqualTo(first.grantId());
    }

    @Test
    void anotherParameterMakesAnotherGrantOfTheSameName() {
        var request = request(GrantOperation.Encrypt).withName("payroll");
        List<String> ids = new ArrayList<>();
        ids.add(desk.call(request).grantId());
        ids.add(desk.call(request(GrantOperation.Decrypt).withName("payroll")).grantId());
        ids.add(desk.call(request.withRetiringPrincipal(EVA)).grantId());
        ids.add(desk.call(request.withConstraints(GrantConstraints.contextEquals(Map.of("a", "b")))).grantId());
        ids.add(desk.call(request.withConstraints(GrantConstraints.contextSubset(Map.of("a", "b")))).grantId());
        ids.add(desk.call(CreateGrant.Request.of(key, ROOT, GrantOperation.Encrypt).withName("payroll")).grantId());
        ids.add(desk.call(CreateGrant.Request.of(desk.createKey(), EVA, GrantOperation.Encrypt).withName("payroll"))
                .grantId());

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void withoutANameARepeatedRequestMakesAnotherGrant() {
        desk.call(request(GrantOperation.Encrypt));
        desk.call(request(GrantOperation.Encrypt));

        assertThat(listed()).hasSize(2);
    }

    @Test
    void creatingIsAuditedWithTheGrantsIdAndWithoutItsToken() {
        var made = desk.call(request(GrantOperation.Encrypt));

        assertThat(desk.lastEvent().responseElements()).isEqualTo(Detail.members(Map.of("grantId", new Detail.Text(made.grantId()))));
        assertThat(desk.lastEvent().resources()).containsExactly(Desk.arn(key));
        assertThat(desk.lastEvent().changes())
                .extracting(Change::kind, Change::identity)
                .containsExactly(tuple("grant", key + "/" + made.grantId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "arn:aws:iam::123456789012:user/nobody",
        "arn:aws:iam::123456789012:role/nobody",
        "arn:aws:iam::999999999999:root",
        "arn:aws:iam::999999999999:user/eva",
        "arn:aws:sts::123456789012:assumed-role/nobody/session",
        "arn:aws:sts::123456789012:assumed-role/auditor",
        "arn:aws:iam::123456789012:group/all",
        "ebs.amazonaws.com",
        "123456789012",
        "eva",
    })
    void aGrantIsToSomebodyOfThisVault(String principal) {
        desk.session("auditor", "x", Optional.empty());

        Refused.with(Fault.InvalidArnException, "ARN does not refer to a valid principal: " + principal)
                .when(() -> desk.call(CreateGrant.Request.of(key, principal, GrantOperation.Encrypt)));
        Refused.with(Fault.InvalidArnException, "ARN does not refer to a valid principal: " + principal)
                .when(() -> desk.call(request(GrantOperation.Encrypt).withRetiringPrincipal(principal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "arn:aws:iam::123456789012:user/eva",
        "arn:aws:iam::123456789012:root",
        "arn:aws:iam::123456789012:role/auditor",
        "arn:aws:sts::123456789012:assumed-role/auditor/any-session",
    })
    void usersRootRolesAndTheirSessionsCanHaveGrants(String principal) {
        desk.session("auditor", "x", Optional.empty());
        desk.call(CreateGrant.Request.of(key, principal, GrantOperation.Encrypt));

        assertThat(listed()).extracting(GrantListEntry::granteePrincipal).containsExactly(Optional.of(principal));
    }

    @Test
    void aServicesGrantNamesItsResourceAndWhoEndsIt() {
        var whole = service(Optional.of(VOLUME), Optional.empty(), Optional.of("ebs.amazonaws.com"));
        desk.call(whole);

        assertThat(listed()).singleElement().satisfies(entry -> {
            assertThat(entry.granteePrincipal()).isEmpty();
            assertThat(entry.granteeServicePrincipal()).contains("ebs.amazonaws.com");
            assertThat(entry.retiringPrincipal()).isEmpty();
            assertThat(entry.retiringServicePrincipal()).contains("ebs.amazonaws.com");
        });
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(service(Optional.empty(), Optional.empty(), Optional.of("ebs.amazonaws.com"))));
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(service(Optional.of(VOLUME), Optional.empty(), Optional.empty())));
        desk.call(service(Optional.of(VOLUME), Optional.of(EVA), Optional.empty()));
    }

    @Test
    void aGrantHasOneGranteeAndOneRetiringPrincipalAtMost() {
        Refused.with(
                        Fault.ValidationException,
                        "You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.")
                .when(() -> desk.call(new CreateGrant.Request(
                        Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), key,
                        Optional.empty(), List.of("Encrypt"), Optional.empty(), Optional.empty())));
        Refused.with(
                        Fault.ValidationException,
                        "You must specify either GranteePrincipal or GranteeServicePrincipal, but not both.")
                .when(() -> desk.call(new CreateGrant.Request(
                        Optional.empty(), Optional.empty(), List.of(), Optional.of(EVA), Optional.of("ebs.amazonaws.com"),
                        key, Optional.empty(), List.of("Encrypt"), Optional.empty(), Optional.empty())));
        Refused.with(
                        Fault.ValidationException,
                        "You can specify either RetiringPrincipal or RetiringServicePrincipal, but not both.")
                .when(() -> desk.call(service(Optional.of(VOLUME), Optional.of(EVA), Optional.of("ebs.amazonaws.com"))));
    }

    @ParameterizedTest
    @EnumSource(GrantOperation.class)
    void anOperationMustFitTheKey(GrantOperation operation) {
        String signing = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        String mac = desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
        String agreement = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);
        Set<GrantOperation> always =
                EnumSet.of(GrantOperation.CreateGrant, GrantOperation.DescribeKey, GrantOperation.RetireGrant);
        Map.of(
                        key,
                        EnumSet.of(
                                GrantOperation.Decrypt,
                                GrantOperation.Encrypt,
                                GrantOperation.GenerateDataKey,
                                GrantOperation.GenerateDataKeyWithoutPlaintext,
                                GrantOperation.GenerateDataKeyPair,
                                GrantOperation.GenerateDataKeyPairWithoutPlaintext,
                                GrantOperation.ReEncryptFrom,
                                GrantOperation.ReEncryptTo),
                        signing,
                        EnumSet.of(GrantOperation.Sign, GrantOperation.Verify, GrantOperation.GetPublicKey),
                        mac,
                        EnumSet.of(GrantOperation.GenerateMac, GrantOperation.VerifyMac),
                        agreement,
                        EnumSet.of(GrantOperation.DeriveSharedSecret, GrantOperation.GetPublicKey))
                .forEach((which, fitting) -> {
                    var request = CreateGrant.Request.of(which, EVA, operation);
                    if (fitting.contains(operation) || always.contains(operation)) {
                        assertThat(desk.call(request).grantId()).hasSize(64);
                    } else {
                        Refused.by(Fault.ValidationException, () -> desk.call(request));
                    }
                });
    }

    @Test
    void constraintsOnTheContextAreForSymmetricKeys() {
        String signing = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);

        Refused.by(
                Fault.ValidationException,
                () -> desk.call(CreateGrant.Request.of(signing, EVA, GrantOperation.Sign)
                        .withConstraints(GrantConstraints.contextSubset(Map.of("a", "b")))));
    }

    @Test
    void aConstraintHasOneToEightPairsOf384CharactersTogether() {
        Map<String, String> eight = Map.of("a", "", "b", "", "c", "", "d", "", "e", "", "f", "", "g", "", "h", "");
        desk.call(request(GrantOperation.Encrypt).withConstraints(GrantConstraints.contextEquals(eight)));
        desk.call(request(GrantOperation.Encrypt)
                .withConstraints(GrantConstraints.contextEquals(Map.of("a", "b".repeat(383)))));

        var nine = new HashMap<>(eight);
        nine.put("i", "");
        for (Map<String, String> wrong :
                List.of(Map.<String, String>of(), nine, Map.of("a", "b".repeat(384)), Map.of("a", "\ud800"))) {
            Refused.by(
                    Fault.ValidationException,
                    () -> desk.call(request(GrantOperation.Encrypt).withConstraints(GrantConstraints.contextEquals(wrong))));
            Refused.by(
                    Fault.ValidationException,
                    () -> desk.call(request(GrantOperation.Encrypt).withConstraints(GrantConstraints.contextSubset(wrong))));
        }
    }

    @Test
    void aGrantAllowsSomething() {
        Refused.by(Fault.ValidationException, () -> desk.call(request()));
    }

    @ParameterizedTest
    @CsvSource({
        "ReEncrypt", "RevokeGrant", "ScheduleKeyDeletion", "encrypt", "''", "kms:Encrypt"
    })
    void onlyTheModelsOperationsCanBeGranted(String operation) {
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(new CreateGrant.Request(
                        Optional.empty(), Optional.empty(), List.of(), Optional.of(EVA), Optional.empty(), key,
                        Optional.empty(), List.of(operation), Optional.empty(), Optional.empty())));
    }

    @Test
    void aDryRunMakesNothing() {
        Refused.by(
                Fault.DryRunOperationException,
                () -> desk.call(new CreateGrant.Request(
                        Optional.empty(), Optional.of(true), List.of(), Optional.of(EVA), Optional.empty(), key,
                        Optional.empty(), List.of("Encrypt"), Optional.empty(), Optional.empty())));
        assertThat(listed()).isEmpty();
    }

    @Test
    void aRevokedGrantIsGone() {
        String id = desk.call(request(GrantOperation.Encrypt)).grantId();
        desk.call(RevokeGrant.Request.of(key, id));

        assertThat(listed()).isEmpty();
        Refused.with(Fault.NotFoundException, "Grant ID " + id + " not found")
                .when(() -> desk.call(RevokeGrant.Request.of(key, id)));
        Refused.with(Fault.NotFoundException, "Grant ID " + id + " not found")
                .when(() -> desk.call(RetireGrant.Request.of(key, id)));
    }

    @Test
    void aGrantBelongsToItsKey() {
        String id = desk.call(request(GrantOperation.Encrypt)).grantId();
        String other = desk.createKey();

        Refused.by(Fault.NotFoundException, () -> desk.call(RevokeGrant.Request.of(other, id)));
        Refused.by(Fault.NotFoundException, () -> desk.call(RetireGrant.Request.of(other, id)));
        assertThat(listed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0123", "G000000000000000000000000000000000000000000000000000000000000000"})
    void whatIsNoGrantIdIsInvalid(String id) {
        var invalid = Refused.with(Fault.InvalidGrantIdException, "The grant ID is not valid.");
        invalid.when(() -> desk.call(RevokeGrant.Request.of(key, id)));
        invalid.when(() -> desk.call(RetireGrant.Request.of(key, id)));
        invalid.when(() -> desk.call(new ListGrants.Request(
                Optional.of(id), Optional.empty(), Optional.empty(), key, Optional.empty(), Optional.empty())));
    }

    @Test
    void aListCanBeNarrowed() {
        String toEva = desk.call(request(GrantOperation.Encrypt)).grantId();
        String toRoot = desk.call(CreateGrant.Request.of(key, ROOT, GrantOperation.Encrypt)).grantId();
        desk.call(service(Optional.of(VOLUME), Optional.of(EVA), Optional.empty()));

        assertThat(ids(Optional.of(toEva), Optional.empty(), Optional.empty())).containsExactly(toEva);
        assertThat(ids(Optional.of(toEva), Optional.of(ROOT), Optional.empty())).isEmpty();
        assertThat(ids(Optional.empty(), Optional.of(ROOT), Optional.empty())).containsExactly(toRoot);
        assertThat(ids(Optional.empty(), Optional.empty(), Optional.of("ebs.amazonaws.com"))).hasSize(1);
        assertThat(ids(Optional.empty(), Optional.empty(), Optional.of("sns.amazonaws.com"))).isEmpty();
    }

    @Test
    void listsGoOnWhereTheyStopped() {
        for (int i = 0; i < 7; i++) {
            desk.call(request(GrantOperation.Encrypt).withRetiringPrincipal(EVA));
        }
        List<String> ofKey = new ArrayList<>();
        var page = desk.call(limited(3, Optional.empty()));
        while (true) {
            page.grants().forEach(entry -> ofKey.add(entry.grantId()));
            if (!page.truncated()) {
                break;
            }
            page = desk.call(limited(3, page.nextMarker()));
        }
        var first = desk.call(new ListRetirableGrants.Request(
                Optional.of(5), Optional.empty(), Optional.of(EVA), Optional.empty()));
        var rest = desk.call(ListRetirableGrants.Request.by(EVA).from(first.nextMarker()));

        assertThat(ofKey).hasSize(7).doesNotHaveDuplicates();
        assertThat(first.grants()).hasSize(5);
        assertThat(rest.grants()).hasSize(2).doesNotContainAnyElementsOf(first.grants());
    }

    @Test
    void aMarkerOfOneListIsNoneOfAnother() {
        desk.call(request(GrantOperation.Encrypt));
        desk.call(request(GrantOperation.Encrypt));
        Optional<String> marker = desk.call(limited(1, Optional.empty())).nextMarker();

        Refused.by(
                Fault.InvalidMarkerException,
                () -> desk.call(ListGrants.Request.of(desk.createKey()).from(marker)));
        Refused.by(
                Fault.InvalidMarkerException,
                () -> desk.call(ListRetirableGrants.Request.by(EVA).from(marker)));
    }

    @Test
    void aPageHasAHundredGrantsAtMost() {
        Refused.by(Fault.ValidationException, () -> desk.call(limited(101, Optional.empty())));
    }

    @Test
    void retirableGrantsAreListedOverAllKeys() {
        String other = desk.createKey();
        desk.call(request(GrantOperation.Encrypt).withRetiringPrincipal(EVA));
        desk.call(CreateGrant.Request.of(other, ROOT, GrantOperation.Encrypt).withRetiringPrincipal(EVA));
        desk.call(request(GrantOperation.Encrypt));

        assertThat(desk.call(ListRetirableGrants.Request.by(EVA)).grants())
                .extracting(GrantListEntry::keyId)
                .containsExactlyInAnyOrder(Desk.arn(key), Desk.arn(other));
        assertThat(desk.call(ListRetirableGrants.Request.by(ROOT)).grants()).isEmpty();
        Refused.by(
                Fault.ValidationException,
                () -> desk.call(new ListRetirableGrants.Request(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void aGranteeWhoIsGoneIsShownByUniqueIdAndNotByTheNextOneOfTheName() {
        String id = desk.view().identity(EVA).orElseThrow().uniqueId();
        desk.call(request(GrantOperation.Encrypt));
        desk.dismiss("eva");
        assertThat(listed()).extracting(GrantListEntry::granteePrincipal).containsExactly(Optional.of(id));

        desk.person("eva");
        assertThat(listed()).extracting(GrantListEntry::granteePrincipal).containsExactly(Optional.of(id));
    }

    @Test
    void aKeyHasFiftyThousandGrantsAtMost() {
        var eva = new GrantPrincipal(EVA, "AIDA");
        var terms = new GrantTerms(EnumSet.of(GrantOperation.Encrypt), GrantConstraints.NONE);
        for (int batch = 0; batch < Grant.MAX_PER_KEY; batch += 5_000) {
            IntStream numbers = IntStream.range(Math.max(batch, 1), batch + 5_000);
            desk.write(work -> numbers.forEach(number -> work.put(new Grant(
                    key, "%064x".formatted(number), Optional.empty(), work.now(), eva, Optional.empty(), ROOT, terms, 0))));
        }
        var named = request(GrantOperation.Encrypt).withName("last");
        String last = desk.call(named).grantId();

        Refused.by(Fault.LimitExceededException, () -> desk.call(request(GrantOperation.Encrypt)));
        assertThat(desk.call(named).grantId()).isEqualTo(last);
        desk.call(RevokeGrant.Request.of(key, last));
        assertThat(desk.call(request(GrantOperation.Encrypt)).grantId()).hasSize(64);
    }

    @Test
    void grantsVanishWithTheirKey() {
        desk.call(request(GrantOperation.Encrypt).withRetiringPrincipal(EVA));
        String token = desk.call(request(GrantOperation.Encrypt)).grantToken();
        desk.call(ScheduleKeyDeletion.Request.of(key));
        desk.turnClock(Duration.ofDays(31));
        desk.as(Principal.Service.KMS).call(new DeleteKey.Request(key));

        assertThat(desk.call(ListRetirableGrants.Request.by(EVA)).grants()).isEmpty();
        Refused.with(Fault.NotFoundException, "Key '" + Desk.arn(key) + "' does not exist")
                .when(() -> desk.call(RetireGrant.Request.byToken(token)));
    }

    private CreateGrant.Request request(GrantOperation... operations) {
        return CreateGrant.Request.of(key, EVA, operations);
    }

    private CreateGrant.Request service(
            Optional<String> sourceArn, Optional<String> retiring, Optional<String> retiringService) {
        return new CreateGrant.Request(
                Optional.of(new GrantConstraints(Optional.empty(), Optional.empty(), sourceArn)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of("ebs.amazonaws.com"),
                key,
                Optional.empty(),
                List.of("Decrypt"),
                retiring,
                retiringService);
    }

    private ListGrants.Request limited(int limit, Optional<String> marker) {
        return new ListGrants.Request(
                Optional.empty(), Optional.empty(), Optional.empty(), key, Optional.of(limit), marker);
    }

    private List<GrantListEntry> listed() {
        return desk.call(ListGrants.Request.of(key)).grants();
    }

    private List<String> ids(Optional<String> grantId, Optional<String> grantee, Optional<String> service) {
        return desk.call(new ListGrants.Request(grantId, grantee, service, key, Optional.empty(), Optional.empty()))
                .grants()
                .stream()
                .map(GrantListEntry::grantId)
                .toList();
    }
}
