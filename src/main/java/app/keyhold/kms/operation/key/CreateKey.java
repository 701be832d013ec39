package app.keyhold.kms.operation.key;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.CustomerMasterKeySpec;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import java.util.List;
import java.util.Optional;

public final class CreateKey {
    public record Request(
            Optional<Boolean> bypassPolicyLockoutSafetyCheck,
            @Length(min = 1, max = 64) Optional<String> customKeyStoreId,
            @OneOf(CustomerMasterKeySpec.class) Optional<String> customerMasterKeySpec,
            @Length(max = 8192) Optional<String> description,
            @OneOf(KeySpec.class) Optional<String> keySpec,
            @OneOf(KeyUsage.class) Optional<String> keyUsage,
            Optional<Boolean> multiRegion,
            @OneOf(KeyOrigin.class) Optional<String> origin,
            @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") Optional<String> policy,
            List<Tag> tags,
            @Length(min = 1, max = 128) @Matches("^[a-zA-Z0-9-_.]+$") Optional<String> xksKeyId)
            implements KmsRequest<Response> {
        /// A symmetric key with the default policy.
        public static Request symmetric(String description) {
            return of(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, description);
        }

        /// With the default policy and no tags.
        public static Request of(KeySpec spec, KeyUsage usage, String description) {
            return new Request(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(description),
                    Optional.of(spec.name()),
                    Optional.of(usage.name()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }

        public Request withTags(List<Tag> now) {
            return new Request(
                    bypassPolicyLockoutSafetyCheck,
                    customKeyStoreId,
                    customerMasterKeySpec,
                    description,
                    keySpec,
                    keyUsage,
                    multiRegion,
                    origin,
                    policy,
                    now,
                    xksKeyId);
        }

        public Request withPolicy(String now) {
            return new Request(
                    bypassPolicyLockoutSafetyCheck,
                    customKeyStoreId,
                    customerMasterKeySpec,
                    description,
                    keySpec,
                    keyUsage,
                    multiRegion,
                    origin,
                    Optional.of(now),
                    tags,
                    xksKeyId);
        }
    }

    public record Response(
            KeyMetadata keyMetadata) {}
}
