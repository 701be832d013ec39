package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.keys.policy.PolicyText;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A key as it would be made, and the operations that make it: CreateKey, then what needs its id.
///
/// @param alias whole, with its prefix
/// @param administrators ARNs
/// @param users ARNs
/// @param deletable whether the administrators may schedule its deletion
/// @param rotation days; empty to let it keep its material
/// @param replicas Regions that get one at once; only for a multi-Region key
record KeyDraft(
        String account,
        Purpose purpose,
        KeySpec spec,
        Source source,
        Optional<String> externalKey,
        Optional<String> alias,
        String description,
        List<Tag> tags,
        List<String> administrators,
        List<String> users,
        boolean deletable,
        Optional<Integer> rotation,
        boolean multiRegion,
        List<String> replicas) {
    /// The policy it gets.
    String policy() {
        return PolicyText.forPeople(account, administrators, users, deletable);
    }

    boolean hasOwnPolicy() {
        return !administrators.isEmpty() || !users.isEmpty();
    }

    boolean waitsForMaterial() {
        return source.origin() == KeyOrigin.EXTERNAL;
    }

    CreateKey.Request creation() {
        return new CreateKey.Request(
                Optional.empty(),
                source.store().map(Source.Store::id),
                Optional.empty(),
                Optional.of(description).filter(text -> !text.isBlank()),
                Optional.of(spec.name()),
                Optional.of(purpose.usage().name()),
                Optional.of(multiRegion).filter(Boolean::booleanValue),
                Optional.of(source.origin()).filter(origin -> origin != KeyOrigin.AWS_KMS).map(Enum::name),
                Optional.of(policy()).filter(_ -> hasOwnPolicy()),
                tags,
                externalKey);
    }

    /// What is asked for once the key has an id, in this order; each for itself.
    List<KmsRequest<?>> rest(String keyId) {
        List<KmsRequest<?>> rest = new ArrayList<>();
        alias.ifPresent(name -> rest.add(new CreateAlias.Request(name, keyId)));
        rotation.ifPresent(days -> rest.add(EnableKeyRotation.Request.of(keyId, days)));
        // A replica can be made of a key that can be used.
        if (!waitsForMaterial()) {
            replicas.forEach(region -> rest.add(replica(keyId, region)));
        }
        return rest;
    }

    private ReplicateKey.Request replica(String keyId, String region) {
        return new ReplicateKey.Request(
                Optional.empty(),
                Optional.of(description).filter(text -> !text.isBlank()),
                keyId,
                Optional.of(policy()).filter(_ -> hasOwnPolicy()),
                region,
                tags);
    }
}
