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
            implements KmsRequest<Response> {}

    public record Response(
            KeyMetadata keyMetadata) {}
}
