package app.keyhold.kms.operation;

import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.operation.agreement.Decapsulate;
import app.keyhold.kms.operation.agreement.DeriveSharedSecret;
import app.keyhold.kms.operation.agreement.Encapsulate;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.alias.ListAliases;
import app.keyhold.kms.operation.alias.UpdateAlias;
import app.keyhold.kms.operation.encryption.Ciphertexts;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPair;
import app.keyhold.kms.operation.encryption.GenerateDataKeyPairWithoutPlaintext;
import app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.encryption.ReEncrypt;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.ListGrants;
import app.keyhold.kms.operation.grant.ListRetirableGrants;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.GetKeyLastUsage;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.keystore.ConnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.CreateCustomKeyStore;
import app.keyhold.kms.operation.keystore.DeleteCustomKeyStore;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores;
import app.keyhold.kms.operation.keystore.DisconnectCustomKeyStore;
import app.keyhold.kms.operation.keystore.UpdateCustomKeyStore;
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
import java.time.InstantSource;
import java.util.List;

/// The operations of the KMS API that a caller can ask for, wired.
public final class Operations {
    private Operations() {}

    /// @param materials of the Region whose keys the operations use
    /// @param stores where keys are whose secret is elsewhere
    /// @param tokens of the same Region
    /// @param peers the vault's other Regions
    public static List<Operation<?, ?>> all(
            MaterialWrapping materials,
            KeyStoreConnections stores,
            ImportWrapping imports,
            GrantTokens tokens,
            Peers peers,
            InstantSource clock) {
        var ciphertexts = new Ciphertexts(materials, stores);
        return List.of(
                new CancelKeyDeletion(),
                new CreateKey(materials, stores),
                new DescribeKey(stores),
                new DisableKey(),
                new EnableKey(),
                new GetKeyLastUsage(),
                new ListKeys(),
                new ScheduleKeyDeletion(),
                new UpdateKeyDescription(),
                new CreateAlias(),
                new DeleteAlias(),
                new ListAliases(),
                new UpdateAlias(),
                new Decrypt(ciphertexts),
                new Encrypt(ciphertexts),
                new GenerateDataKey(ciphertexts),
                new GenerateDataKeyPair(ciphertexts),
                new GenerateDataKeyPairWithoutPlaintext(ciphertexts),
                new GenerateDataKeyWithoutPlaintext(ciphertexts),
                new GenerateRandom(stores),
                new ReEncrypt(ciphertexts),
                new Decapsulate(materials),
                new DeriveSharedSecret(materials),
                new Encapsulate(),
                new CreateGrant(tokens),
                new ListGrants(),
                new ListRetirableGrants(),
                new RetireGrant(tokens),
                new RevokeGrant(),
                new GetPublicKey(),
                new Sign(materials),
                new Verify(),
                new GenerateMac(materials),
                new VerifyMac(materials),
                new DeleteImportedKeyMaterial(materials),
                new GetParametersForImport(imports, clock),
                new ImportKeyMaterial(materials, imports, clock),
                new ConnectCustomKeyStore(stores),
                new CreateCustomKeyStore(stores),
                new DeleteCustomKeyStore(stores),
                new DescribeCustomKeyStores(stores),
                new DisconnectCustomKeyStore(stores),
                new UpdateCustomKeyStore(stores),
                new DisableKeyRotation(),
                new EnableKeyRotation(),
                new GetKeyRotationStatus(),
                new ListKeyRotations(peers),
                new RotateKeyOnDemand(materials, peers),
                new ReplicateKey(peers),
                new UpdatePrimaryRegion(peers),
                new ListResourceTags(),
                new TagResource(),
                new UntagResource(),
                new GetKeyPolicy(),
                new ListKeyPolicies(),
                new PutKeyPolicy());
    }
}
