package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.Detail;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.credential.AccessKeySecrets.Credential;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.operation.accesskey.CreateAccessKey;
import app.keyhold.kms.operation.accesskey.CreateAccessKey.NewAccessKey;
import app.keyhold.kms.operation.accesskey.DeleteAccessKey;
import app.keyhold.kms.operation.accesskey.GetAccessKeyLastUsed;
import app.keyhold.kms.operation.accesskey.ListAccessKeys;
import app.keyhold.kms.operation.accesskey.ListAccessKeys.AccessKeyMetadata;
import app.keyhold.kms.operation.accesskey.UpdateAccessKey;
import app.keyhold.kms.operation.key.DescribeKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessKeyTest {
    private static final String UNKNOWN = "AKIA234567ABCDEFGHIJ";

    private final Desk desk = new Desk();
    private final Client eva = desk.user("eva", IdentityPolicies.keyUser());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void hasAnIdAndASecretInAwsForm() {
        NewAccessKey made = create("eva");

        assertThat(made.accessKeyId()).matches("AKIA[A-Z2-7]{16}");
        assertThat(made.secretAccessKey().<String>use(Base64.getEncoder()::encodeToString)).matches("[A-Za-z0-9+/]{40}");
        assertThat(made).extracting(NewAccessKey::status, NewAccessKey::userName, NewAccessKey::createDate)
                .containsExactly("Active", "eva", desk.now());
        assertThat(made.toString()).doesNotContain(made.secretAccessKey().<String>use(Base64.getEncoder()::encodeToString));
    }

    @Test
    void isListedWithoutItsSecretAPageAtATime() {
        List<String> made = List.of(create("eva").accessKeyId(), create("eva").accessKeyId());

        ListAccessKeys.Response first =
                desk.call(new ListAccessKeys.Request(Optional.empty(), Optional.of(1), "eva"));
        assertThat(first.isTruncated()).isTrue();
        ListAccessKeys.Response second = desk.call(new ListAccessKeys.Request(first.marker(), Optional.of(1), "eva"));
        assertThat(second.isTruncated()).isFalse();
        assertThat(List.of(first.accessKeyMetadata().getFirst(), second.accessKeyMetadata().getFirst()))
                .extracting(AccessKeyMetadata::accessKeyId)
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void aUserHasTwoAtMost() {
        create("eva");
        create("eva");

        Refused.with(Fault.LimitExceededException, "Cannot exceed quota for AccessKeysPerUser: 2")
                .when(() -> create("eva"));
    }

    @Test
    void itsSecretIsFoundByItsIdWhileItIsActive() {
        NewAccessKey made = create("eva");

        try (Credential found = credential(made.accessKeyId()).orElseThrow()) {
            assertThat(found.principal().arn()).isEqualTo(Desk.userArn("eva"));
            assertThat(found.secret().exposed()).isEqualTo(made.secretAccessKey().exposed());
        }
        desk.call(UpdateAccessKey.Request.of("eva", made.accessKeyId(), AccessKeyStatus.Inactive));
        assertThat(credential(made.accessKeyId())).isEmpty();
        assertThat(statusOf(made)).isEqualTo("Inactive");

        desk.call(UpdateAccessKey.Request.of("eva", made.accessKeyId(), AccessKeyStatus.Active));
        assertThat(credential(made.accessKeyId())).isPresent();
        assertThat(credential(UNKNOWN)).isEmpty();
    }

    @Test
    void isGoneForGoodOnceItIsDeleted() {
        NewAccessKey made = create("eva");
        desk.call(new DeleteAccessKey.Request(made.accessKeyId(), "eva"));

        assertThat(credential(made.accessKeyId())).isEmpty();
        assertThat(desk.call(ListAccessKeys.Request.of("eva")).accessKeyMetadata()).isEmpty();
        Refused.with(
                        Fault.NoSuchEntityException,
                        "The Access Key with id " + made.accessKeyId() + " cannot be found.")
                .when(() -> desk.call(new DeleteAccessKey.Request(made.accessKeyId(), "eva")));
    }

    @Test
    void isNobodyElsesToChange() {
        NewAccessKey made = create("eva");
        desk.person("tom");

        assertThat(List.<KmsRequest<?>>of(
                        UpdateAccessKey.Request.of("tom", made.accessKeyId(), AccessKeyStatus.Inactive),
                        new DeleteAccessKey.Request(made.accessKeyId(), "tom"),
                        new GetAccessKeyLastUsed.Request(UNKNOWN)))
                .allSatisfy(request -> Refused.by(Fault.NoSuchEntityException, () -> desk.call(request)));
        assertThat(statusOf(made)).isEqualTo("Active");
    }

    @Test
    void goesWithItsUserAndWhoeverIsMadeUnderTheNameHasNoPartInIt() {
        NewAccessKey made = create("eva");
        AccessKey stored = desk.view().accessKey(made.accessKeyId()).orElseThrow();
        desk.dismiss("eva");
        assertThat(desk.view().accessKeys()).isEmpty();

        desk.person("eva");
        desk.write(work -> work.put(stored));
        assertThat(credential(made.accessKeyId())).isEmpty();
        assertThat(desk.call(ListAccessKeys.Request.of("eva")).accessKeyMetadata()).isEmpty();
        Refused.by(Fault.NoSuchEntityException, () -> desk.call(new GetAccessKeyLastUsed.Request(made.accessKeyId())));
    }

    @Test
    void aDisabledUsersSignsNothing() {
        NewAccessKey made = create("eva");
        desk.write(work -> work.put(work.identity(Desk.userArn("eva")).orElseThrow().withEnabled(false)));

        assertThat(credential(made.accessKeyId())).isEmpty();
    }

    @Test
    void aSecretInAnothersPlaceDoesNotOpen() {
        NewAccessKey evas = create("eva");
        desk.person("tom");
        NewAccessKey toms = create("tom");
        desk.write(work -> work.put(work.accessKey(evas.accessKeyId())
                .orElseThrow()
                .withSecret(work.accessKey(toms.accessKeyId()).orElseThrow().secret())));

        Assertions.assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> credential(evas.accessKeyId()))
                .withMessageContaining(evas.accessKeyId());
    }

    @Test
    void theOwnerHasNone() {
        Refused.by(Fault.UnmodifiableEntityException, () -> create("owner"));
        Refused.by(Fault.NoSuchEntityException, () -> create("nobody"));
        assertThat(desk.call(ListAccessKeys.Request.of("owner")).accessKeyMetadata()).isEmpty();
    }

    @Test
    void lastUseIsWhatTheTrailTells() {
        NewAccessKey first = create("eva");
        NewAccessKey second = create("eva");
        assertThat(lastUsed(first)).isEqualTo(new GetAccessKeyLastUsed.AccessKeyLastUsed(Optional.empty(), "N/A", "N/A"));

        desk.turnClock(Duration.ofHours(1));
        String key = desk.createKey();
        desk.signedBy(first.accessKeyId()).call(DescribeKey.Request.of(key));
        eva.call(DescribeKey.Request.of(key));

        assertThat(lastUsed(first))
                .isEqualTo(new GetAccessKeyLastUsed.AccessKeyLastUsed(Optional.of(desk.now()), Desk.REGION, "kms"));
        assertThat(lastUsed(second).lastUsedDate()).isEmpty();
        assertThat(desk.call(new GetAccessKeyLastUsed.Request(first.accessKeyId())).userName()).isEqualTo("eva");
    }

    @Test
    void whoeverHasNoPolicyManagesNotEvenTheirOwn() {
        NewAccessKey made = create("eva");

        assertThat(List.<KmsRequest<?>>of(
                        new CreateAccessKey.Request("eva"),
                        ListAccessKeys.Request.of("eva"),
                        UpdateAccessKey.Request.of("eva", made.accessKeyId(), AccessKeyStatus.Inactive),
                        new DeleteAccessKey.Request(made.accessKeyId(), "eva"),
                        new GetAccessKeyLastUsed.Request(made.accessKeyId())))
                .allSatisfy(request -> Refused.by(Fault.AccessDeniedException, () -> eva.call(request)));
    }

    @Test
    void somebodyMayBeAllowedToManageTheirOwnAlone() {
        Client tom = desk.user("tom", new NamedPolicy("Own", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "iam:*AccessKey*",
                 "Resource": "arn:aws:iam::123456789012:user/${aws:username}"}}"""));
        String evas = create("eva").accessKeyId();
        String own = tom.call(new CreateAccessKey.Request("tom")).accessKey().accessKeyId();

        assertThat(tom.call(ListAccessKeys.Request.of("tom")).accessKeyMetadata()).hasSize(1);
        assertThat(tom.call(new GetAccessKeyLastUsed.Request(own)).userName()).isEqualTo("tom");
        tom.call(UpdateAccessKey.Request.of("tom", own, AccessKeyStatus.Inactive));
        tom.call(new DeleteAccessKey.Request(own, "tom"));
        Refused.by(Fault.AccessDeniedException, () -> tom.call(new CreateAccessKey.Request("eva")));
        Refused.by(Fault.AccessDeniedException, () -> tom.call(new GetAccessKeyLastUsed.Request(evas)));
        Refused.by(Fault.AccessDeniedException, () -> tom.call(new GetAccessKeyLastUsed.Request(UNKNOWN)));
    }

    @Test
    void theTrailNamesItAndItsUserAndNothingOfItsSecret() {
        NewAccessKey made = create("eva");

        assertThat(desk.lastEvent().resources()).containsExactly(Desk.userArn("eva"));
        assertThat(desk.lastEvent().responseElements().values().get("accessKey"))
                .isInstanceOfSatisfying(Detail.Members.class, elements -> assertThat(elements.values())
                        .containsOnlyKeys("accessKeyId", "createDate", "status", "userName")
                        .containsEntry("accessKeyId", new Detail.Text(made.accessKeyId())));
        assertThat(desk.lastEvent().toString())
                .doesNotContain(made.secretAccessKey().<String>use(Base64.getEncoder()::encodeToString))
                .doesNotContain(new String(made.secretAccessKey().exposed(), StandardCharsets.ISO_8859_1));

        desk.call(UpdateAccessKey.Request.of("eva", made.accessKeyId(), AccessKeyStatus.Inactive));
        assertThat(desk.lastEvent().requestParameters().values())
                .containsEntry("accessKeyId", new Detail.Text(made.accessKeyId()));
    }

    private NewAccessKey create(String user) {
        return desk.call(new CreateAccessKey.Request(user)).accessKey();
    }

    private Optional<Credential> credential(String id) {
        return desk.accessKeys().credential(desk.view(), id);
    }

    private String statusOf(NewAccessKey made) {
        return desk.call(ListAccessKeys.Request.of("eva")).accessKeyMetadata().stream()
                .filter(key -> key.accessKeyId().equals(made.accessKeyId()))
                .map(AccessKeyMetadata::status)
                .findFirst()
                .orElseThrow();
    }

    private GetAccessKeyLastUsed.AccessKeyLastUsed lastUsed(NewAccessKey made) throws KmsException {
        return desk.call(new GetAccessKeyLastUsed.Request(made.accessKeyId())).accessKeyLastUsed();
    }
}
