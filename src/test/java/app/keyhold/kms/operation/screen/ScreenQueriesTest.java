package app.keyhold.kms.operation.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScreenQueriesTest {
    private final SmallVault vault = new SmallVault();

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void aScreenIsRecordedOnceASession() {
        int before = vault.rows().size();

        vault.owner().call(new QueryKeys.Request("one"));
        vault.owner().call(new QueryKeys.Request("one"));
        vault.owner().call(new QueryKeys.Request("two"));

        assertThat(vault.rows()).hasSize(before + 2);
        assertThat(vault.newestEvent().requestParameters().isEmpty()).isTrue();
    }

    @Test
    void eachPersonsScreenIsRecorded() {
        Client eva = vault.client(vault.addUser("eva", IdentityPolicies.keyUser().document()));
        vault.owner().call(new QueryKeys.Request("one"));
        int before = vault.rows().size();

        eva.call(new QueryKeys.Request("one"));

        assertThat(vault.rows()).hasSize(before + 1);
    }

    @Test
    void anOpenScreenIsStillAuthorisedEachTime() {
        var eva = vault.addUser("eva", IdentityPolicies.keyUser().document());
        vault.client(eva).call(new QueryKeys.Request("one"));
        vault.write(work -> work.put(work.identity(eva.arn()).orElseThrow().withEnabled(false)));

        assertThat(refusal(vault.client(eva)).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(vault.newestEvent().isDenied()).isTrue();
    }

    @Test
    void aKeysGrantsComeInPagesAndAreRecordedOnce() {
        Key key = vault.addKey();
        for (int i = 0; i < 5; i++) {
            vault.owner().call(CreateGrant.Request.of(key.id(), SmallVault.OWNER.arn(), GrantOperation.Encrypt));
        }
        int before = vault.rows().size();

        var request = new QueryGrants.Request("s", key.id(), Optional.of(3), Optional.empty());
        var first = vault.owner().call(request);
        var rest = vault.owner().call(request.from(first.nextMarker()));

        assertThat(first.count()).isEqualTo(5);
        assertThat(first.grants()).hasSize(3);
        assertThat(rest.grants()).hasSize(2).doesNotContainAnyElementsOf(first.grants());
        assertThat(rest.nextMarker()).isEmpty();
        assertThat(vault.rows()).hasSize(before + 1);
    }

    @Test
    void aKeysGrantsAreShownToThoseWhoMayListThem() {
        Key key = vault.addKey();
        Client eva = vault.client(vault.addUser("eva"));

        assertThat(catchThrowableOfType(KmsException.class, () -> eva.call(QueryGrants.Request.firstPage("s", key.id()))))
                .hasMessageContaining("kms:ListGrants");
    }

    @Test
    void listsOnlyTheKeysAPersonMayDescribe() {
        Key seen = vault.addKey();
        Key hidden = vault.addKey(key -> key.withPolicy("""
                {"Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/tom"},
                               "Action": "kms:*", "Resource": "*"}}"""));
        name("alias/seen", seen);
        name("alias/hidden", hidden);
        Client eva = vault.client(vault.addUser("eva", IdentityPolicies.keyUser().document()));

        assertThat(eva.call(new QueryKeys.Request("s")).keys())
                .extracting(QueryKeys.KeyRow::keyId)
                .containsExactly(seen.id());
        assertThat(eva.call(new QueryRotations.Request("s")).rows())
                .extracting(QueryRotations.Row::keyId)
                .containsExactly(seen.id());
        assertThat(catchThrowableOfType(
                                KmsException.class, () -> eva.call(new QueryKey.Request("s", hidden.id())))
                        .fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void listsMoreKeysThanOnePageHolds() {
        Key key = vault.addKey();
        vault.write(work -> {
            for (int i = 0; i < 1_001; i++) {
                var arn = new KeyArn(SmallVault.REGION, SmallVault.ACCOUNT, "%08d-0000-4000-8000-000000000000".formatted(i));
                work.put(copy(key, arn));
            }
        });

        assertThat(vault.owner().call(new QueryKeys.Request("s")).keys()).hasSize(1_002);
    }

    @Test
    void aKeysLineTellsItsAliasesAndLastUse() {
        Key key = vault.addKey();
        name("alias/b", key);
        name("alias/a", key);
        vault.clock.turn(Duration.ofHours(1));
        encrypt(key);
        Instant used = vault.clock.instant();
        vault.clock.turn(Duration.ofHours(1));
        vault.owner().call(new QueryKey.Request("s", "alias/a"));

        assertThat(vault.owner().call(new QueryKeys.Request("s")).keys()).singleElement().satisfies(line -> {
            assertThat(line.aliases()).containsExactly("alias/a", "alias/b");
            assertThat(line.lastUsed()).contains(used);
        });
    }

    @Test
    void aKeysPaneTellsMaterialsUsesAndWhatHappened() {
        Key key = vault.addKey();
        encrypt(key);
        vault.clock.turn(Duration.ofDays(2));
        vault.owner().call(new RotateKeyOnDemand.Request(key.id()));
        encrypt(key);
        encrypt(key);

        QueryKey.Response pane = vault.owner().call(new QueryKey.Request("s", key.id()));

        assertThat(pane.metadata().keyId()).isEqualTo(key.id());
        assertThat(pane.materials()).extracting(QueryKey.Material::current).containsExactly(true, false);
        assertThat(pane.uses()).hasSize(30);
        assertThat(pane.uses().getLast().uses()).isEqualTo(2);
        assertThat(pane.uses().get(27).uses()).isEqualTo(1);
        assertThat(pane.recent())
                .extracting(LookupEvents.Event::name)
                .startsWith("Encrypt", "Encrypt", "RotateKeyOnDemand", "Encrypt");
    }

    @Test
    void rotationsShowEachMaterialsTimeInForce() {
        Key key = vault.addKey();
        vault.clock.turn(Duration.ofDays(10));
        vault.owner().call(new RotateKeyOnDemand.Request(key.id()));

        QueryRotations.Row row =
                vault.owner().call(new QueryRotations.Request("s")).rows().getFirst();

        assertThat(row.materials()).hasSize(2);
        assertThat(row.materials().getFirst().until()).contains(row.materials().getLast().from());
        assertThat(row.materials().getLast().until()).isEmpty();
        assertThat(row.onDemandCount()).isEqualTo(1);
    }

    @Test
    void timelineTellsWhatWasDoneToWhatAndWhy() {
        Key key = vault.addKey();
        name("alias/payroll", key);
        vault.owner().call(Encrypt.Request.of(
                "alias/payroll", SecretBytes.takeOver(new byte[3]), Map.of("run", "2026-11")));

        LookupEvents.Event event = lookup(10, Optional.empty(), List.of()).events().getFirst();

        assertThat(event.name()).isEqualTo("Encrypt");
        assertThat(event.result()).isEqualTo(LookupEvents.Result.ALLOWED);
        assertThat(event.keyNames()).containsExactly("alias/payroll");
        assertThat(event.keyMaterialId()).contains(key.currentMaterial().id());
        assertThat(event.reasons())
                .containsExactly("Allowed by the key policy's statement \"Enable IAM User Permissions\".");
        assertThat(event.facts()).containsEntry("encryptionContext.run", "2026-11").containsEntry("keyId", "alias/payroll");
        assertThat(event.cloudTrail()).containsEntry("eventName", "Encrypt").containsEntry("readOnly", true);
    }

    @Test
    void timelinePagesBackwardsByNumber() {
        Key key = vault.addKey();
        for (int i = 0; i < 5; i++) {
            encrypt(key);
        }

        LookupEvents.Response first = lookup(2, Optional.empty(), List.of("Encrypt"));
        LookupEvents.Response second =
                lookup(2, Optional.of(first.events().getLast().number()), List.of("Encrypt"));

        assertThat(first.total()).isEqualTo(5);
        assertThat(second.events().getFirst().number())
                .isEqualTo(first.events().getLast().number() - 1);
    }

    @Test
    void timelineFindsTheEventsOfAKeyByItsAlias() {
        Key key = vault.addKey();
        name("alias/payroll", key);
        encrypt(key);
        encrypt(vault.addKey());

        var request = new LookupEvents.Request(
                "s", Optional.empty(), Optional.empty(), List.of("alias/payroll"), List.of(), List.of("Encrypt"),
                Optional.empty(), Optional.empty(), Optional.empty(), 10);

        assertThat(vault.owner().call(request).events()).hasSize(1);
    }

    @Test
    void histogramCountsDenialsApartAndMarksWhatMatters() {
        Key key = vault.addKey();
        Instant start = vault.clock.instant();
        encrypt(key);
        vault.clock.turn(Duration.ofHours(30));
        vault.owner().call(new RotateKeyOnDemand.Request(key.id()));
        catchThrowableOfType(
                KmsException.class,
                () -> vault.client(vault.addUser("eva")).call(new DisableKey.Request(key.id())));
        vault.owner().call(ScheduleKeyDeletion.Request.of(key.id()));

        QueryHistogram.Response histogram = vault.owner().call(new QueryHistogram.Request(
                "s", start, vault.clock.instant().plusSeconds(1), List.of(key.id()), List.of(), List.of(),
                Optional.empty(), Optional.empty(), 4));

        assertThat(histogram.width()).isEqualTo(Duration.ofHours(12));
        assertThat(histogram.bars().stream().mapToLong(QueryHistogram.Bar::use).sum()).isEqualTo(1);
        assertThat(histogram.bars().stream().mapToLong(QueryHistogram.Bar::administration).sum()).isEqualTo(2);
        assertThat(histogram.bars().getLast().denied()).isEqualTo(1);
        assertThat(histogram.markers())
                .extracting(QueryHistogram.Marker::kind)
                .containsExactly(QueryHistogram.MarkerKind.ROTATION, QueryHistogram.MarkerKind.DELETION);
        assertThat(histogram.oldest()).isPresent();
    }

    @Test
    void aHistogramOfNoTimeIsRefused() {
        Instant now = vault.clock.instant();
        var request = new QueryHistogram.Request(
                "s", now, now, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), 4);

        assertThat(catchThrowableOfType(KmsException.class, () -> vault.owner().call(request)).fault())
                .isEqualTo(Fault.ValidationException);
    }

    @Test
    void verifyingWalksToTheNewestRow() {
        encrypt(vault.addKey());
        long newest = vault.rows().getFirst().number();

        VerifyTrail.Response result = vault.owner().call(new VerifyTrail.Request("s"));

        assertThat(result.headNumber()).isEqualTo(newest);
        assertThat(result.brokenAt()).isEmpty();
        assertThat(result.verifiedAt()).isEqualTo(vault.clock.instant());
    }

    @Test
    void verifyingNamesTheFirstRowThatDoesNotFit() {
        vault.addKey();
        var ofAnotherVault = new VerifyTrail("another vault", vault.clock, new VerificationProgress());

        var prepared = ofAnotherVault.prepare(vault.region.view(), new VerifyTrail.Request("s"), List.of());

        assertThat(prepared)
                .isInstanceOfSatisfying(
                        Prepared.Answer.class,
                        answer -> assertThat(((VerifyTrail.Response) answer.response()).brokenAt())
                                .hasValueSatisfying(broken -> assertThat(broken.number()).isEqualTo(1)));
    }

    @Test
    void nobodyIsToldOfAWalkThatIsNotUnderWay() {
        vault.owner().call(new VerifyTrail.Request("s"));
        assertThat(vault.owner().call(new QueryVerification.Request("s")))
                .isEqualTo(new QueryVerification.Response(Optional.empty(), Optional.empty()));
    }

    @Test
    void aWalkUnderWayTellsHowFarItHasCome() {
        var progress = new VerificationProgress();
        var seen = progress.of("s", 40_000, walked -> {
            walked.accept(10_000);
            return new QueryVerification(progress).prepare(vault.region.view(), new QueryVerification.Request("s"), List.of());
        });
        assertThat(seen).isEqualTo(Prepared.answer(new QueryVerification.Response(Optional.of(10_000L), Optional.of(40_000L))));
        assertThat(progress.of("s")).isEmpty();
    }

    @Test
    void attributesAreNamedAsPeopleNameThem() {
        Key key = vault.addKey();
        name("alias/payroll", key);
        encrypt(key);
        encrypt(key);
        vault.owner().call(DescribeKey.Request.of(key.id()));
        QueryEventAttributes.Response found = vault.owner().call(new QueryEventAttributes.Request("s"));
        assertThat(found.names()).containsSubsequence("Encrypt", "DescribeKey");
        assertThat(found.keys()).containsExactly(new QueryEventAttributes.Named(key.arn().toString(), "alias/payroll"));
        assertThat(found.sources()).contains("kms.amazonaws.com");
        assertThat(found.principals()).isNotEmpty();
    }

    private LookupEvents.Response lookup(int limit, Optional<Long> before, List<String> names) {
        return vault.owner().call(new LookupEvents.Request(
                "s", Optional.empty(), Optional.empty(), List.of(), List.of(), names, Optional.empty(),
                Optional.empty(), before, limit));
    }

    private void encrypt(Key key) {
        vault.owner().call(Encrypt.Request.of(key.id(), SecretBytes.takeOver(new byte[3]), Map.of()));
    }

    private void name(String alias, Key key) {
        vault.write(work -> work.put(new Alias(alias, key.id(), work.now(), work.now(), 0)));
    }

    private static Key copy(Key key, KeyArn arn) {
        return new Key(
                arn, key.spec(), key.usage(), key.origin(), key.manager(), key.created(), key.state(), key.description(),
                key.deletionDate(), key.rotation(), key.policy(), key.tags(), key.materials(), 0);
    }

    private static KmsException refusal(Client client) {
        return catchThrowableOfType(KmsException.class, () -> client.call(new QueryKeys.Request("one")));
    }
}
