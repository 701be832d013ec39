package app.keyhold.kms.key;

import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SigningAlgorithm;
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
        Optional<List<MacAlgorithm>> macAlgorithms,
        boolean multiRegion,
        Optional<MultiRegionConfiguration> multiRegionConfiguration,
        Optional<Integer> pendingDeletionWindowInDays,
        Optional<String> currentKeyMaterialId) {
    public static KeyMetadata of(Key key) {
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
                key.usage() == KeyUsage.ENCRYPT_DECRYPT ? Optional.of(spec.encryptionAlgorithms()) : Optional.empty(),
                key.usage() == KeyUsage.SIGN_VERIFY ? Optional.of(spec.signingAlgorithms()) : Optional.empty(),
                key.usage() == KeyUsage.KEY_AGREEMENT
                        ? Optional.of(List.of(KeyAgreementAlgorithm.ECDH))
                        : Optional.empty(),
                key.usage() == KeyUsage.GENERATE_VERIFY_MAC ? Optional.of(spec.macAlgorithms()) : Optional.empty(),
                key.multiRegion().isPresent(),
                key.multiRegion().map(relatives -> MultiRegionConfiguration.of(key.arn(), relatives)),
                Optional.empty(),
                current.filter(_ -> spec.isSymmetric()).map(KeyMaterial::id));
    }
}
