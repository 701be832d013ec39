package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.audit.Detail;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.signing.Sign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may do what by a grant alone: nobody here has a policy that allows anything, but the owner.
class GrantAccessTest {
    private static final String ROOT = "arn:aws:iam::" + Desk.ACCOUNT + ":root";
    private static final String EVA = Desk.userArn("eva");
    private static final String BO = Desk.userArn("bo");
    private static final String VOLUME = "arn:aws:keyhold:us-east-1:123456789012:volume/photos";
    private static final Map<String, String> PAYROLL = Map.of("team", "payroll");

    private final Desk desk = new Desk();
    private final String key = desk.createKey();
    private final Client eva = desk.person("eva");
    private final Client bo = desk.person("bo");

    @AfterEach
    void close() {
        desk.close();
    }

    @BeforeEach
    void nobodyMayDoAnything() {
        assertDenied(eva, encrypt(Map.of()));
    }

    @Test
    void theGranteeMayDoWhatIsGrantedAndNothingElse() {
        desk.call(grant(GrantOperation.Encrypt));

        eva.call(encrypt(Map.of()));
        assertDenied(eva, GenerateDataKey.Request.aes256(key, Map.of()));
        assertDenied(eva, DescribeKey.Request.of(key));
        assertDenied(bo, encrypt(Map.of()));
    }

    @Test
    void aGrantIsOnOneKey() {
        String other = desk.createKey();
        desk.call(grant(GrantOperation.Encrypt));

        assertDenied(eva, Encrypt.Request.of(other, Desk.secret("x"), Map.of()));
    }

    @Test
    void theDecisionNamesTheGrant() {
        String named = desk.call(grant(GrantOperation.Encrypt).withName("payroll")).grantId();
        eva.call(encrypt(Map.of()));
        assertThat(decision()).containsExactly("Allowed by grant \"payroll\" (" + named + ").");

        desk.call(RevokeGrant.Request.of(key, named));
        String nameless = desk.call(grant(GrantOperation.Encrypt)).grantId();
        eva.call(encrypt(Map.of()));
        assertThat(decision()).containsExactly("Allowed by grant " + nameless + ".");
    }

    @Test
    void aGrantEndsAtOnce() {
        String id = desk.call(grant(GrantOperation.Encrypt)).grantId();
        eva.call(encrypt(Map.of()));
        desk.call(RevokeGrant.Request.of(key, id));

        assertDenied(eva, encrypt(Map.of()));
    }

    @Test
    void aCiphertextThatNamesItsKeyOpensByAGrant() {
        Blob sealed = desk.call(encrypt(PAYROLL)).ciphertextBlob();
        assertThat(refusal(eva, Decrypt.Request.of(sealed, PAYROLL))).hasMessage(Access.UNKNOWN_OR_DENIED);

        desk.call(grant(GrantOperation.Decrypt));
        assertThat(Desk.text(eva.call(Decrypt.Request.of(sealed, PAYROLL)).plaintext())).isEqualTo("x");
    }

    @Test
    void anExactContextMustBeMatchedExactly() {
        desk.call(grant(GrantOperation.Encrypt).withConstraints(GrantConstraints.contextEquals(PAYROLL)));

        eva.call(encrypt(PAYROLL));
        assertDenied(eva, encrypt(Map.of()));
        assertDenied(eva, encrypt(Map.of("team", "sales")));
        assertDenied(eva, encrypt(Map.of("Team", "payroll")));
        assertDenied(eva, encrypt(Map.of("team", "payroll", "year", "2026")));
    }

    @Test
    void aSubsetMustBeInTheContext() {
        desk.call(grant(GrantOperation.Encrypt)
                .withConstraints(GrantConstraints.contextSubset(Map.of("team", "payroll", "year", "2026"))));

        eva.call(encrypt(Map.of("year", "2026", "team", "payroll")));
        eva.call(encrypt(Map.of("year", "2026", "team", "payroll", "month", "3")));
        assertDenied(eva, encrypt(PAYROLL));
        assertDenied(eva, encrypt(Map.of("year", "2026", "team", "Payroll")));
    }

    @Test
    void twoConstraintsMustBothHold() {
        desk.call(grant(GrantOperation.Encrypt)
                .withConstraints(new GrantConstraints(
                        Optional.of(PAYROLL), Optional.of(Map.of("year", "2026")), Optional.empty())));

        assertDenied(eva, encrypt(PAYROLL));
        assertDenied(eva, encrypt(Map.of("team", "payroll", "year", "2026")));
    }

    @Test
    void eachSideOfAReEncryptionHasItsOwnContext() {
        Blob sealed = desk.call(encrypt(PAYROLL)).ciphertextBlob();
        desk.call(grant(GrantOperation.ReEncryptFrom).withConstraints(GrantConstraints.contextEquals(PAYROLL)));
        desk.call(grant(GrantOperation.ReEncryptTo).withConstraints(GrantConstraints.contextEquals(Map.of("a", "b"))));

        eva.call(ReEncrypt.Request.of(sealed, PAYROLL, key, Map.of("a", "b")));
        assertDenied(eva, ReEncrypt.Request.of(sealed, PAYROLL, key, PAYROLL));
        assertThat(refusal(eva, ReEncrypt.Request.of(sealed, Map.of("a", "b"), key, Map.of("a", "b"))).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void describingTakesNoNoticeOfTheContext() {
        desk.call(grant(GrantOperation.DescribeKey).withConstraints(GrantConstraints.contextEquals(PAYROLL)));

        assertThat(eva.call(DescribeKey.Request.of(key)).keyMetadata().keyId()).isEqualTo(key);
    }

    @Test
    void aGrantOnAnAsymmetricKeySigns() {
        String signing = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        var sign = Sign.Request.of(signing, Desk.blob("m"), SigningAlgorithm.ECDSA_SHA_256);
        assertDenied(eva, sign);

        desk.call(CreateGrant.Request.of(signing, EVA, GrantOperation.Sign));
        assertThat(eva.call(sign).signature().size()).isPositive();
    }

    @Test
    void anExplicitDenyInTheKeyPolicyBeatsAGrant() {
        desk.call(grant(GrantOperation.Encrypt));
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, """
                {"Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"},
                 {"Effect":"Deny","Principal":{"AWS":"%s"},"Action":"kms:Encrypt","Resource":"*"}]}"""
                .formatted(ROOT, EVA), Optional.empty()));

        assertThat(refusal(eva, encrypt(Map.of())))
                .hasMessageEndingWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void anExplicitDenyInAnIdentityPolicyBeatsAGrant() {
        Client cleo = desk.user("cleo", policy("Deny", "kms:Encrypt"));
        desk.call(CreateGrant.Request.of(key, Desk.userArn("cleo"), GrantOperation.Encrypt));

        assertThat(refusal(cleo, encrypt(Map.of())))
                .hasMessageEndingWith("with an explicit deny in an identity-based policy");
    }

    @Test
    void aGrantCountsThoughTheKeyPolicyLetsNobodyIn() {
        desk.call(grant(GrantOperation.Encrypt));
        desk.call(new PutKeyPolicy.Request(
                Optional.of(true),
                key,
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ROOT
                        + "\"},\"Action\":\"kms:Describe*\",\"Resource\":\"*\"}}",
                Optional.empty()));

        eva.call(encrypt(Map.of()));
        assertDenied(desk.as(new Principal.Root(Desk.ACCOUNT)), encrypt(Map.of()));
    }

    @Test
    void theAccountsGrantIsForItsRootAndForThoseWhomIdentityPoliciesAllow() {
        Client cleo = desk.user("cleo", policy("Allow", "kms:Encrypt"));
        Client root = desk.as(new Principal.Root(Desk.ACCOUNT));
        desk.call(CreateGrant.Request.of(key, ROOT, GrantOperation.Encrypt));
        desk.call(new PutKeyPolicy.Request(
                Optional.of(true),
                key,
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ROOT
                        + "\"},\"Action\":\"kms:Describe*\",\"Resource\":\"*\"}}",
                Optional.empty()));

        root.call(encrypt(Map.of()));
        cleo.call(encrypt(Map.of()));
        assertDenied(eva, encrypt(Map.of()));
    }

    @Test
    void aRolesGrantIsForItsSessions() {
        Client audit = desk.session("auditor", "eva", Optional.empty());
        Client other = desk.session("clerk", "eva", Optional.empty());
        desk.call(CreateGrant.Request.of(
                key, "arn:aws:iam::123456789012:role/auditor", GrantOperation.Encrypt));

        audit.call(encrypt(Map.of()));
        assertDenied(other, encrypt(Map.of()));
        assertDenied(eva, encrypt(Map.of()));
    }

    @Test
    void aSessionsGrantIsForTheSessionsOfThatName() {
        Client evas = desk.session("auditor", "eva", Optional.empty());
        Client bos = desk.session("auditor", "bo", Optional.empty());
        desk.call(CreateGrant.Request.of(
                key, "arn:aws:sts::123456789012:assumed-role/auditor/eva", GrantOperation.Encrypt));

        evas.call(encrypt(Map.of()));
        assertDenied(bos, encrypt(Map.of()));
    }

    @Test
    void aSessionPolicyLimitsWhatTheRolesGrantAllows() {
        Client decryptOnly = desk.session("auditor", "eva", Optional.of(document("Allow", "kms:Decrypt")));
        desk.call(CreateGrant.Request.of(
                key, "arn:aws:iam::123456789012:role/auditor", GrantOperation.Encrypt, GrantOperation.Decrypt));

        assertDenied(decryptOnly, encrypt(Map.of()));
        Blob sealed = desk.call(encrypt(Map.of())).ciphertextBlob();
        assertThat(Desk.text(decryptOnly.call(Decrypt.Request.of(sealed, Map.of())).plaintext())).isEqualTo("x");
    }

    @Test
    void whoeverIsMadeAnewUnderTheNameHasNotTheGrant() {
        desk.call(grant(GrantOperation.Encrypt));
        desk.dismiss("eva");
        Client another = desk.person("eva");

        assertDenied(another, encrypt(Map.of()));
    }

    @Test
    void aServiceUsesItsGrantForTheResourceItIsBoundTo() {
        desk.call(serviceGrant(Optional.of(EVA), Optional.empty()));

        desk.service("ebs", VOLUME).call(encrypt(Map.of()));
        assertDenied(desk.service("ebs", VOLUME + "s"), encrypt(Map.of()));
        assertDenied(desk.service("files", VOLUME), encrypt(Map.of()));
        assertDenied(desk.as(new Principal.Service("ebs")), encrypt(Map.of()));
    }

    @Test
    void aKeyPolicyCanDenyAServiceWhatAGrantAllowsButGivesItNothing() {
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, """
                {"Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"},
                 {"Effect":"Allow","Principal":{"Service":"ebs.amazonaws.com"},"Action":"kms:*","Resource":"*"}]}"""
                .formatted(ROOT), Optional.empty()));
        assertDenied(desk.service("ebs", VOLUME), encrypt(Map.of()));

        desk.call(serviceGrant(Optional.of(EVA), Optional.empty()));
        desk.service("ebs", VOLUME).call(encrypt(Map.of()));
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, """
                {"Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"},
                 {"Effect":"Deny","Principal":{"Service":"ebs.amazonaws.com"},"Action":"kms:*","Resource":"*"}]}"""
                .formatted(ROOT), Optional.empty()));
        assertDenied(desk.service("ebs", VOLUME), encrypt(Map.of()));
    }

    @Test
    void aPersonBehindAServiceIsNotTheService() {
        desk.call(serviceGrant(Optional.of(EVA), Optional.empty()));

        assertDenied(desk.through("ebs", EVA), encrypt(Map.of()));
    }

    @Test
    void grantsCannotAllowWhatManagesKeysAndGrants() {
        desk.call(grant(GrantOperation.CreateGrant, GrantOperation.DescribeKey, GrantOperation.RetireGrant));

        assertDenied(eva, ListGrants.Request.of(key));
        assertDenied(eva, RevokeGrant.Request.of(key, "0".repeat(64)));
        assertDenied(eva, new DisableKey.Request(key));
    }

    @Test
    void aGrantToMakeGrantsHandsOnItsOwnOperationsOrFewer() {
        desk.call(grant(GrantOperation.CreateGrant, GrantOperation.Encrypt, GrantOperation.Decrypt));

        eva.call(CreateGrant.Request.of(key, BO, GrantOperation.Encrypt));
        eva.call(CreateGrant.Request.of(key, BO, GrantOperation.CreateGrant, GrantOperation.Decrypt));
        assertDenied(eva, CreateGrant.Request.of(key, BO, GrantOperation.Encrypt, GrantOperation.DescribeKey));
        bo.call(encrypt(Map.of()));
        bo.call(CreateGrant.Request.of(key, ROOT, GrantOperation.Decrypt));
        assertDenied(bo, CreateGrant.Request.of(key, ROOT, GrantOperation.Encrypt));
    }

    @Test
    void aGrantToMakeGrantsHandsOnItsConstraintsOrStricterOnes() {
        desk.call(grant(GrantOperation.CreateGrant, GrantOperation.Encrypt)
                .withConstraints(GrantConstraints.contextSubset(PAYROLL)));
        var child = CreateGrant.Request.of(key, BO, GrantOperation.Encrypt);

        eva.call(child.withConstraints(GrantConstraints.contextSubset(PAYROLL)));
        eva.call(child.withConstraints(GrantConstraints.contextSubset(Map.of("team", "payroll", "year", "2026"))));
        eva.call(child.withConstraints(GrantConstraints.contextEquals(Map.of("team", "payroll", "year", "2026"))));
        assertDenied(eva, child);
        assertDenied(eva, child.withConstraints(GrantConstraints.contextSubset(Map.of("team", "sales"))));
        assertDenied(eva, child.withConstraints(GrantConstraints.contextEquals(Map.of("year", "2026"))));
    }

    @Test
    void anExactConstraintIsHandedOnAsItIs() {
        desk.call(grant(GrantOperation.CreateGrant, GrantOperation.Encrypt)
                .withConstraints(GrantConstraints.contextEquals(PAYROLL)));
        var child = CreateGrant.Request.of(key, BO, GrantOperation.Encrypt);

        eva.call(child.withConstraints(GrantConstraints.contextEquals(PAYROLL)));
        assertDenied(eva, child.withConstraints(GrantConstraints.contextSubset(PAYROLL)));
        assertDenied(eva, child.withConstraints(
                GrantConstraints.contextEquals(Map.of("team", "payroll", "year", "2026"))));
    }

    @Test
    void whoMayMakeGrantsByPolicyIsNotLimitedByTheirOwn() {
        Client cleo = desk.user("cleo", policy("Allow", "kms:CreateGrant"));
        desk.call(CreateGrant.Request.of(key, Desk.userArn("cleo"), GrantOperation.CreateGrant, GrantOperation.Encrypt));

        cleo.call(CreateGrant.Request.of(key, BO, GrantOperation.Decrypt));
    }

    @Test
    void theRetiringPrincipalEndsAGrantWithoutAnyPolicy() {
        String id = desk.call(grant(GrantOperation.Encrypt).withRetiringPrincipal(BO)).grantId();

        assertDenied(eva, RetireGrant.Request.of(key, id));
        bo.call(RetireGrant.Request.of(key, id));
        assertThat(decision()).containsExactly("Allowed by grant " + id + ".");
        assertDenied(eva, encrypt(Map.of()));
    }

    @Test
    void theGranteeEndsAGrantThatSaysSo() {
        String silent = desk.call(grant(GrantOperation.Encrypt)).grantId();
        String saying = desk.call(grant(GrantOperation.RetireGrant)
                        .withConstraints(GrantConstraints.contextEquals(PAYROLL)))
                .grantId();

        assertDenied(eva, RetireGrant.Request.of(key, silent));
        eva.call(RetireGrant.Request.of(key, saying));
    }

    @Test
    void theAccountEndsAnyGrantAndLeavesItToIdentityPolicies() {
        Client cleo = desk.user("cleo", policy("Allow", "kms:RetireGrant"));
        String first = desk.call(grant(GrantOperation.Encrypt)).grantId();
        String second = desk.call(grant(GrantOperation.Encrypt)).grantId();
        desk.call(new PutKeyPolicy.Request(
                Optional.of(true),
                key,
                "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ROOT
                        + "\"},\"Action\":\"kms:Describe*\",\"Resource\":\"*\"}}",
                Optional.empty()));

        desk.call(RetireGrant.Request.of(key, first));
        cleo.call(RetireGrant.Request.of(key, second));
    }

    @Test
    void aKeyPolicyCannotLetSomebodyRetireAGrant() {
        String id = desk.call(grant(GrantOperation.Encrypt)).grantId();
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, """
                {"Statement":{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"}}"""
                .formatted(EVA), Optional.empty()));

        assertDenied(eva, RetireGrant.Request.of(key, id));
    }

    @Test
    void anExplicitDenyKeepsEvenTheRetiringPrincipalFromRetiring() {
        String id = desk.call(grant(GrantOperation.Encrypt).withRetiringPrincipal(BO)).grantId();
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, """
                {"Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"},
                 {"Effect":"Deny","Principal":{"AWS":"%s"},"Action":"kms:RetireGrant","Resource":"*"}]}"""
                .formatted(ROOT, BO), Optional.empty()));

        assertDenied(bo, RetireGrant.Request.of(key, id));
    }

    @Test
    void aServiceRetiresWhatItIsNamedToRetire() {
        String id = desk.call(serviceGrant(Optional.empty(), Optional.of("ebs.amazonaws.com"))).grantId();

        assertDenied(desk.service("files", VOLUME), RetireGrant.Request.of(key, id));
        desk.service("ebs", VOLUME).call(RetireGrant.Request.of(key, id));
    }

    @Test
    void aRetiringPrincipalMadeAnewUnderTheNameRetiresNothing() {
        String id = desk.call(grant(GrantOperation.Encrypt).withRetiringPrincipal(BO)).grantId();
        desk.dismiss("bo");

        assertDenied(desk.person("bo"), RetireGrant.Request.of(key, id));
    }

    private CreateGrant.Request grant(GrantOperation... operations) {
        return CreateGrant.Request.of(key, EVA, operations);
    }

    private CreateGrant.Request serviceGrant(Optional<String> retiring, Optional<String> retiringService) {
        return new CreateGrant.Request(
                Optional.of(new GrantConstraints(Optional.empty(), Optional.empty(), Optional.of(VOLUME))),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of("ebs.amazonaws.com"),
                key,
                Optional.empty(),
                List.of("Encrypt"),
                retiring,
                retiringService);
    }

    private Encrypt.Request encrypt(Map<String, String> context) {
        return Encrypt.Request.of(key, Desk.secret("x"), context);
    }

    private static NamedPolicy policy(String effect, String action) {
        return new NamedPolicy("policy", document(effect, action));
    }

    private static String document(String effect, String action) {
        return "{\"Statement\":{\"Effect\":\"%s\",\"Action\":\"%s\",\"Resource\":\"*\"}}".formatted(effect, action);
    }

    private List<String> decision() {
        return ((Detail.Items) desk.lastEvent().additional().values().get("decision"))
                .values().stream().map(one -> ((Detail.Text) one).value()).toList();
    }

    private static void assertDenied(Client client, KmsRequest<?> request) {
        assertThat(refusal(client, request).fault()).isEqualTo(Fault.AccessDeniedException);
    }

    private static KmsException refusal(Client client, KmsRequest<?> request) {
        KmsException refusal = catchThrowableOfType(KmsException.class, () -> client.call(request));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }
}
