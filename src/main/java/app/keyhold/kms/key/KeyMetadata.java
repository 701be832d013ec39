package app.keyhold.kms.key;

import app.keyhold.crypto.EncapsulationAlgorithm;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeyAgreementAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStores;
import app.keyhold.kms.shape.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// KMS API: KeyMetadata, with exactly the members the service sends for each kind of key.
public record KeyMetadata(
        @Member("AWSAccountId") String awsAccountId,
        String keyId,
        String arn,
        Instant creationDate,
        boolean enabled,
        String description,
        KeyUsage keyUsage,
        KeyState keyState,
        Optional<Instant> deletionDate,
        Optional<Instant> validTo,
        KeyOrigin origin,
        Optional<ExpirationModel> expirationModel,
        KeyManager keyManager,
        String customerMasterKeySpec,
        KeySpec keySpec,
        Optional<List<EncryptionAlgorithm>> encryptionAlgorithms,
        Optional<List<SigningAlgorithm>> signingAlgorithms,
        Optional<List<KeyAgreementAlgorithm>> keyAgreementAlgorithms,
        Optional<List<EncapsulationAlgorithm>> encapsulationAlgorithms,
        Optional<List<MacAlgorithm>> macAlgorithms,
        boolean multiRegion,
        Optional<MultiRegionConfiguration> multiRegionConfiguration,
        Optional<Integer> pendingDeletionWindowInDays,
        Optional<String> currentKeyMaterialId,
        Optional<String> customKeyStoreId,
        Optional<String> cloudHsmClusterId,
        Optional<XksKeyConfigurationType> xksKeyConfiguration) {
    /// KMS API: XksKeyConfigurationType.
    public record XksKeyConfigurationType(Optional<String> id) {}

    /// @param stores tell more of a key that is in one
    public static KeyMetadata of(Key key, KeyStores stores) {
        Optional<CustomKeyStore> store = key.customKeyStoreId().flatMap(stores::find);
        KeySpec spec = key.spec();
        Optional<KeyMaterial> current = key.materials().isEmpty() ? Optional.empty() : Optional.of(key.currentMaterial());
        Optional<KeyMaterial.Imported> imported =
                current.filter(material -> !material.isAbsent()).flatMap(KeyMaterial::imported);
        return new KeyMetadata(
                key.arn().account(),
                key.id(),
                key.arn().toString(),
                key.created(),
                key.state() == KeyState.Enabled,
                key.description(),
                key.usage(),
                key.state(),
                key.deletionDate(),
                imported.flatMap(KeyMaterial.Imported::validTo),
                key.origin(),
                imported.map(KeyMaterial.Imported::expirationModel),
                key.manager(),
                spec.name(),
                spec,
                told(key, KeyUsage.ENCRYPT_DECRYPT, spec.encryptionAlgorithms()),
                told(key, KeyUsage.SIGN_VERIFY, spec.signingAlgorithms()),
                told(key, KeyUsage.KEY_AGREEMENT, spec.keyAgreementAlgorithms()),
                told(key, KeyUsage.ENCAPSULATE_DECAPSULATE, spec.encapsulationAlgorithms()),
                told(key, KeyUsage.GENERATE_VERIFY_MAC, spec.macAlgorithms()),
                key.multiRegion().isPresent(),
                key.multiRegion().map(relatives -> MultiRegionConfiguration.of(key.arn(), relatives)),
                key.multiRegion().flatMap(MultiRegion::deletionWindow),
                current.filter(_ -> spec.isSymmetric() && key.customKeyStoreId().isEmpty()).map(KeyMaterial::id),
                key.customKeyStoreId(),
                store.flatMap(CustomKeyStore::clusterId),
                current.flatMap(KeyMetadata::external));
    }

    private static Optional<XksKeyConfigurationType> external(KeyMaterial material) {
        return material.substance() instanceof Substance.External external
                ? Optional.of(new XksKeyConfigurationType(Optional.of(external.xksKeyId())))
                : Optional.empty();
    }

    /// Only the algorithms of the key's usage are told.
    private static <A> Optional<List<A>> told(Key key, KeyUsage usage, List<A> algorithms) {
        return key.usage() == usage ? Optional.of(algorithms) : Optional.empty();
    }
}
