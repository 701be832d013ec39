package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.kms.operation.schedule.QueryDue;
import app.keyhold.kms.operation.schedule.RotateKey;
import app.keyhold.kms.operation.tag.TagResource;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorizerTest {
    private static final String KEY_USER = IdentityPolicies.keyUser().document();
    private static final String ADMINISTRATOR = IdentityPolicies.administrator().document();
    private static final String NOBODY = "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    private final SmallVault vault = new SmallVault();

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void saysWhichPermissionWasMissing() {
        Key key = vault.addKey();
        Client eva = vault.client(vault.addUser("eva"));

        assertThat(refusal(eva, encrypt(key)))
                .hasMessage("User: arn:aws:iam::111122223333:user/eva is not authorized to perform: kms:Encrypt on resource: "
                        + key.arn() + " because no identity-based policy allows the kms:Encrypt action");
    }

    @Test
    void saysThatTheKeyPolicyIsWhatLacksIt() {
        Key key = vault.addKey(made -> made.withPolicy("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"arn:aws:iam::111122223333:user/tom\"},\"Action\":\"*\",\"Resource\":\"*\"}}"));

        assertThat(refusal(vault.owner(), encrypt(key)))
                .hasMessageEndingWith("because no resource-based policy allows the kms:Encrypt action");
    }

    @Test
    void saysThatSomebodyDeniedItExplicitly() {
        Key key = vault.addKey(made -> made.withPolicy(NOBODY));

        assertThat(refusal(vault.owner(), encrypt(key)))
                .hasMessageEndingWith(key.arn() + " with an explicit deny in a resource-based policy");
    }

    @Test
    void knowsNobodyWhoIsNotInTheVault() {
        Key key = vault.addKey();
        Client stranger = vault.client(new Principal.User(SmallVault.ACCOUNT, "stranger"));

        assertThat(refusal(stranger, encrypt(key)).fault()).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void letsNobodyInWhoIsDisabled() {
        Key key = vault.addKey();
        Principal eva = vault.addUser("eva", ADMINISTRATOR);
        vault.write(work -> work.put(work.identity(eva.arn()).orElseThrow().withEnabled(false)));

        assertThat(refusal(vault.client(eva), encrypt(key)).fault()).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void whoeverMayNotDecryptMayNotDoSoThroughAService() {
        vault.through(Principal.Service.FILES, SmallVault.OWNER).call(new CreateServiceManagedKey.Request("files"));
        Key customers = vault.addKey();
        Client eva = vault.through(Principal.Service.FILES, vault.addUser("eva"));

        assertThat(refusal(eva, encrypt("alias/aws/files")).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(eva, encrypt(customers)).fault()).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void aServicesKeyOpensForItsPeopleThroughTheServiceAlone() {
        Principal eva = vault.addUser("eva", KEY_USER);
        vault.through(Principal.Service.FILES, eva).call(new CreateServiceManagedKey.Request("files"));

        assertThat(vault.through(Principal.Service.FILES, eva).call(encrypt("alias/aws/files")).keyId())
                .startsWith("arn:aws:kms:");
        assertThat(refusal(vault.client(eva), encrypt("alias/aws/files")).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(vault.owner(), encrypt("alias/aws/files")).fault()).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void nobodyManagesAServicesKeyButEverybodySeesIt() {
        vault.through(Principal.Service.FILES, SmallVault.OWNER).call(new CreateServiceManagedKey.Request("files"));
        String id = vault.region.view().alias("alias/aws/files").map(Alias::targetKeyId).orElseThrow();

        assertThat(refusal(vault.owner(), new DisableKey.Request(id)).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(vault.owner(), new PutKeyPolicy.Request(Optional.of(true), id, NOBODY, Optional.empty())).fault())
                .isEqualTo(Fault.AccessDeniedException);
        assertThat(vault.client(vault.addUser("eva", KEY_USER)).call(DescribeKey.Request.of(id)).keyMetadata().keyId())
                .isEqualTo(id);
    }

    @Test
    void aServicesKeyIsMadeOnceAndOnlyForThatService() {
        Client throughFiles = vault.through(Principal.Service.FILES, SmallVault.OWNER);
        var request = new CreateServiceManagedKey.Request("files");

        assertThat(throughFiles.call(request)).isEqualTo(throughFiles.call(request));
        assertThat(refusal(vault.owner(), request).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(throughFiles, new CreateServiceManagedKey.Request("ebs")).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void aServiceByItselfHasNobodysRights() {
        Key key = vault.addKey(made -> made.withPolicy("{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
                + "{\"Service\":\"files.amazonaws.com\"},\"Action\":\"*\",\"Resource\":\"*\"}}"));

        assertThat(refusal(vault.client(Principal.Service.FILES), encrypt(key)).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void theScheduleBelongsToItsServiceWithoutAnybodyBehindIt() {
        Key key = vault.addKey();
        var rotate = new RotateKey.Request(key.id());

        assertThat(refusal(vault.owner(), rotate).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(vault.client(Principal.Service.FILES), rotate).fault()).isEqualTo(Fault.AccessDeniedException);
        assertThat(refusal(vault.through(Principal.Service.FILES, Principal.Service.KMS), rotate).fault())
                .isEqualTo(Fault.AccessDeniedException);
        assertThat(vault.client(Principal.Service.KMS)
                        .call(new QueryDue.Request("s", vault.clock.instant()))
                        .rotations())
                .isEmpty();
    }

    @Test
    void onlyForwardedAccessMakesACallerWithAServiceBehindIt() {
        assertThat(Arrays.stream(Caller.class.getDeclaredConstructors()).map(made -> Modifier.isPublic(made.getModifiers())))
                .containsOnly(false);
        assertThat(SmallVault.caller(SmallVault.OWNER).via()).isEmpty();
    }

    @Test
    void aPolicyThatLocksItsWriterOutIsRefused() {
        Key key = vault.addKey();

        KmsException refusal = refusal(vault.owner(), PutKeyPolicy.Request.of(key.id(), NOBODY));

        assertThat(refusal.fault()).isEqualTo(Fault.MalformedPolicyDocumentException);
        assertThat(refusal).hasMessage(Access.LOCKED_OUT);
    }

    @Test
    void aPolicyThatIsNoneSaysWhere() {
        Key key = vault.addKey();

        assertThat(refusal(vault.owner(), PutKeyPolicy.Request.of(key.id(), "{\n  \"Statement\": 7}")))
                .hasMessage("Line 2, column 16: A statement is an object, not a number.");
    }

    @Test
    void theRootIsNeverLockedOutOfPuttingAPolicyWithTheCheckBypassed() {
        Key key = vault.addKey(made -> made.withPolicy(NOBODY));
        String open = made(key);

        assertThat(refusal(vault.owner(), PutKeyPolicy.Request.of(key.id(), open)).fault())
                .isEqualTo(Fault.AccessDeniedException);
        vault.owner().call(new PutKeyPolicy.Request(Optional.of(true), key.id(), open, Optional.empty()));

        assertThat(vault.key(key.id()).policy()).isEqualTo(open);
    }

    @Test
    void everybodyElseIs() {
        Key key = vault.addKey(made -> made.withPolicy(NOBODY));
        Client eva = vault.client(vault.addUser("eva", ADMINISTRATOR));

        assertThat(refusal(eva, new PutKeyPolicy.Request(Optional.of(true), key.id(), made(key), Optional.empty())).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void aCiphertextDoesNotTellAForbiddenKeyFromAnUnknownOne() {
        Key key = vault.addKey();
        Blob ciphertext = vault.owner().call(encrypt(key)).ciphertextBlob();
        Client eva = vault.client(vault.addUser("eva"));

        KmsException forbidden = refusal(eva, Decrypt.Request.of(ciphertext, Map.of()));
        vault.write(work -> work.remove(vault.key(key.id())));
        KmsException unknown = refusal(vault.owner(), Decrypt.Request.of(ciphertext, Map.of()));

        assertThat(forbidden).hasMessage(Access.UNKNOWN_OR_DENIED).hasMessage(unknown.getMessage());
        assertThat(forbidden.fault()).isEqualTo(unknown.fault()).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void aNamedKeyIsAuthorizedBeforeItIsCompared() {
        Key key = vault.addKey();
        Key other = vault.addKey(made -> made.withPolicy(NOBODY));
        Blob ciphertext = vault.owner().call(encrypt(key)).ciphertextBlob();

        assertThat(refusal(vault.owner(), Decrypt.Request.of(other.id(), ciphertext, Map.of())).fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void makingAKeyIsAMatterOfIdentityPolicies() {
        Client eva = vault.client(vault.addUser("eva", KEY_USER));

        assertThat(refusal(eva, CreateKey.Request.symmetric("mine")))
                .hasMessageContaining("is not authorized to perform: kms:CreateKey on resource: *");
    }

    @Test
    void aDenialNamesTheFirstAccessThatFails() {
        Key key = vault.addKey();
        Client eva = vault.client(vault.addUser("eva", KEY_USER));

        assertThat(refusal(eva, new TagResource.Request(key.id(), List.of())).getMessage()).contains("kms:TagResource");
    }

    private static String made(Key key) {
        return KeyPolicies.defaultPolicy(key.arn().account());
    }

    private static Encrypt.Request encrypt(Key key) {
        return encrypt(key.id());
    }

    private static Encrypt.Request encrypt(String key) {
        return Encrypt.Request.of(key, SecretBytes.takeOver("secret".getBytes()), Map.of());
    }

    private static KmsException refusal(Client client, KmsRequest<?> request) {
        return catchThrowableOfType(KmsException.class, () -> client.call(request));
    }
}
