package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.agreement.Decapsulate;
import app.keyhold.kms.operation.agreement.DeriveSharedSecret;
import app.keyhold.kms.operation.agreement.Encapsulate;
import app.keyhold.kms.operation.alias.ListAliases;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPair;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPairWithoutPlaintext;
import app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.GetKeyLastUsage;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.mac.VerifyMac;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.policy.ListKeyPolicies;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.region.UpdatePrimaryRegion;
import app.keyhold.kms.operation.rotation.DisableKeyRotation;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import app.keyhold.kms.operation.rotation.ListKeyRotations;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.signing.GetPublicKey;
import app.keyhold.kms.operation.signing.Sign;
import app.keyhold.kms.operation.signing.Verify;
import app.keyhold.kms.operation.tag.ListResourceTags;
import app.keyhold.kms.operation.tag.TagResource;
import app.keyhold.kms.operation.tag.UntagResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The key-state table of the developer guide, cell by cell.
@BesideOthers
class KeyStateTest {
    private static final String OWNER = "arn:aws:iam::" + Desk.ACCOUNT + ":root";
    private static final Blob MESSAGE = Desk.blob("message");

    private final Neighbours neighbours = new Neighbours();
    private final Desk desk = neighbours.desk();
    private final String symmetric = desk.createKey();
    private final String signing = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
    private final String agreement = desk.createKey(KeySpec.ECC_NIST_P256, KeyUsage.KEY_AGREEMENT);
    private final String kem = desk.createKey(KeySpec.ML_KEM_512, KeyUsage.ENCAPSULATE_DECAPSULATE);
    private final String external = desk.createExternalKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
    private final String mac = desk.createKey(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);

    private final String multiRegion = neighbours.replicatedKey();

    @AfterEach
    void close() {
        neighbours.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/app/keyhold/kms/key-states.csv", useHeadersInDisplayName = true)
    void answersAsTheTableSays(
            String operation,
            String enabled,
            String disabled,
            String pendingDeletion,
            String pendingImport,
            String unavailable,
            String creating,
            String updating) {
        Map<String, Supplier<KmsRequest<?>>> requests = requests();
        KmsRequest<?> request = requests.get(operation).get();
        Map.of(
                        KeyState.Enabled, enabled,
                        KeyState.Disabled, disabled,
                        KeyState.PendingDeletion, pendingDeletion,
                        KeyState.PendingImport, pendingImport,
                        KeyState.Unavailable, unavailable,
                        KeyState.Creating, creating,
                        KeyState.Updating, updating)
                .forEach((state, expected) -> {
                    List.of(symmetric, signing, agreement, kem, mac, external, multiRegion).forEach(key -> desk.force(key, state));
                    assertThat(answer(request)).as("%s of a key that is %s", operation, state).isEqualTo(expected);
                });
    }

    /// `ok`, or the fault and the last words of its message.
    private String answer(KmsRequest<?> request) {
        Throwable refusal = catchThrowable(() -> desk.call(request));
        if (refusal == null) {
            return "ok";
        }
        KmsException service = (KmsException) refusal;
        if (service.fault() == Fault.DryRunOperationException) {
            return "ok";
        }
        String words = service.serviceMessage().orElseThrow().replaceFirst(".* (is .*)", "$1");
        return (service.fault() == Fault.DisabledException ? "Disabled: " : "KMSInvalidState: ") + words;
    }

    private Map<String, Supplier<KmsRequest<?>>> requests() {
        var algorithm = SigningAlgorithm.ECDSA_SHA_256;
        Blob sealed = desk.call(Encrypt.Request.of(symmetric, Desk.secret("x"), Map.of())).ciphertextBlob();
        Blob signature = desk.call(Sign.Request.of(signing, MESSAGE, algorithm)).signature();
        Blob point = desk.call(GetPublicKey.Request.of(agreement)).publicKey();
        Blob capsule = desk.call(Encapsulate.Request.of(kem)).sharedSecretCiphertextBlob();
        Blob code = desk.call(GenerateMac.Request.of(mac, MESSAGE, MacAlgorithm.HMAC_SHA_256)).mac();
        ImportKeyMaterial.Request imported = Importer.of(desk, external).request(new byte[32]);
        desk.call(imported);
        var grant = CreateGrant.Request.of(symmetric, OWNER, GrantOperation.Encrypt);
        String grantId = desk.call(grant).grantId();
        return Map.ofEntries(
                Map.entry("CancelKeyDeletion", () -> new CancelKeyDeletion.Request(symmetric)),
                Map.entry("CreateGrant", () -> grant),
                Map.entry("Decapsulate", () -> Decapsulate.Request.of(kem, capsule)),
                Map.entry("Decrypt", () -> Decrypt.Request.of(sealed, Map.of())),
                Map.entry("DeleteImportedKeyMaterial", () -> DeleteImportedKeyMaterial.Request.of(external)),
                Map.entry("DeriveSharedSecret", () -> DeriveSharedSecret.Request.of(agreement, point)),
                Map.entry("DescribeKey", () -> DescribeKey.Request.of(symmetric)),
                Map.entry("DisableKey", () -> new DisableKey.Request(symmetric)),
                Map.entry("DisableKeyRotation", () -> new DisableKeyRotation.Request(symmetric)),
                Map.entry("EnableKey", () -> new EnableKey.Request(symmetric)),
                Map.entry("EnableKeyRotation", () -> EnableKeyRotation.Request.of(symmetric)),
                Map.entry("Encapsulate", () -> Encapsulate.Request.of(kem)),
                Map.entry("Encrypt", () -> Encrypt.Request.of(symmetric, Desk.secret("x"), Map.of())),
                Map.entry("GenerateDataKey", () -> GenerateDataKey.Request.aes256(symmetric, Map.of())),
                Map.entry(
                        "GenerateDataKeyPair",
                        () -> GenerateDataKeyPair.Request.of(symmetric, DataKeyPairSpec.ECC_NIST_P256, Map.of())),
                Map.entry(
                        "GenerateDataKeyPairWithoutPlaintext",
                        () -> GenerateDataKeyPairWithoutPlaintext.Request.of(
                                symmetric, DataKeyPairSpec.ECC_NIST_P256, Map.of())),
                Map.entry(
                        "GenerateDataKeyWithoutPlaintext",
                        () -> GenerateDataKeyWithoutPlaintext.Request.aes256(symmetric, Map.of())),
                Map.entry("GenerateMac", () -> GenerateMac.Request.of(mac, MESSAGE, MacAlgorithm.HMAC_SHA_256)),
                Map.entry("GetKeyLastUsage", () -> new GetKeyLastUsage.Request(symmetric)),
                Map.entry("GetKeyPolicy", () -> GetKeyPolicy.Request.of(symmetric)),
                Map.entry("GetKeyRotationStatus", () -> new GetKeyRotationStatus.Request(symmetric)),
                Map.entry("GetParametersForImport", () -> new GetParametersForImport.Request(
                        external, "RSAES_OAEP_SHA_256", "RSA_2048")),
                Map.entry("GetPublicKey", () -> GetPublicKey.Request.of(signing)),
                Map.entry("ImportKeyMaterial", () -> imported),
                Map.entry("ListAliases", () -> ListAliases.Request.of(symmetric)),
                Map.entry("ListGrants", () -> ListGrants.Request.of(symmetric)),
                Map.entry("ListKeyPolicies", () -> ListKeyPolicies.Request.of(symmetric)),
                Map.entry("ListKeyRotations", () -> ListKeyRotations.Request.of(symmetric)),
                Map.entry("ListResourceTags", () -> ListResourceTags.Request.of(symmetric)),
                Map.entry("PutKeyPolicy", () -> PutKeyPolicy.Request.of(
                        symmetric, KeyPolicies.defaultPolicy(Desk.ACCOUNT))),
                Map.entry("ReEncrypt", () -> ReEncrypt.Request.of(sealed, Map.of(), symmetric, Map.of())),
                Map.entry("ReplicateKey", () -> ReplicateKey.Request.of(multiRegion, Neighbours.AWAY)),
                Map.entry("UpdatePrimaryRegion", () -> new UpdatePrimaryRegion.Request(
                        multiRegion, Neighbours.NEAR)),
                Map.entry("RetireGrant", () -> new RetireGrant.Request(
                        Optional.of(true), Optional.of(grantId), Optional.empty(), Optional.of(symmetric))),
                Map.entry("RevokeGrant", () -> new RevokeGrant.Request(Optional.of(true), grantId, symmetric)),
                Map.entry("RotateKeyOnDemand", () -> new RotateKeyOnDemand.Request(symmetric)),
                Map.entry("ScheduleKeyDeletion", () -> ScheduleKeyDeletion.Request.of(symmetric)),
                Map.entry("Sign", () -> Sign.Request.of(signing, MESSAGE, algorithm)),
                Map.entry("TagResource", () -> new TagResource.Request(symmetric, List.of(new Tag("a", "")))),
                Map.entry("UntagResource", () -> new UntagResource.Request(symmetric, List.of("a"))),
                Map.entry("UpdateKeyDescription", () -> new UpdateKeyDescription.Request("x", symmetric)),
                Map.entry("Verify", () -> Verify.Request.of(signing, MESSAGE, signature, algorithm)),
                Map.entry("VerifyMac", () -> VerifyMac.Request.of(mac, MESSAGE, code, MacAlgorithm.HMAC_SHA_256)));
    }
}
