package app.keyhold.kms.operation.key;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.ForeignKey;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.CustomerMasterKeySpec;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.operation.policy.KeyPolicyRules;
import app.keyhold.kms.operation.tag.TagRules;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a key with its first material, its policy and its tags. Making an RSA key takes up to seconds.
public final class CreateKey implements Operation<CreateKey.Request, CreateKey.Response> {
    private static final long MAX_KEYS = 100_000;

    private final FirstMaterials firstMaterials;

    public CreateKey(MaterialWrapping materials, KeyStoreConnections stores) {
        this.firstMaterials = new FirstMaterials(materials, stores);
    }

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

        public Request withOrigin(KeyOrigin now) {
            return new Request(
                    bypassPolicyLockoutSafetyCheck,
                    customKeyStoreId,
                    customerMasterKeySpec,
                    description,
                    keySpec,
                    keyUsage,
                    multiRegion,
                    Optional.of(now.name()),
                    policy,
                    tags,
                    xksKeyId);
        }

        public Request withMultiRegion() {
            return new Request(
                    bypassPolicyLockoutSafetyCheck,
                    customKeyStoreId,
                    customerMasterKeySpec,
                    description,
                    keySpec,
                    keyUsage,
                    Optional.of(true),
                    origin,
                    policy,
                    tags,
                    xksKeyId);
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

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        List<Access> accesses = new ArrayList<>(List.of(new Access.IamOnly("kms:CreateKey")));
        if (!request.tags().isEmpty()) {
            accesses.add(new Access.IamOnly("kms:TagResource"));
        }
        if (!request.bypassPolicyLockoutSafetyCheck().orElse(false)) {
            request.policy()
                    .map(policy -> new Access.AfterPolicyChange("kms:PutKeyPolicy", Optional.empty(), policy))
                    .ifPresent(accesses::add);
        }
        return accesses;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        KeySpec spec = spec(request);
        KeyUsage usage = usage(request, spec);
        requireProvided(request, spec);
        TagRules.requireAcceptable(request.tags());
        request.policy().ifPresent(policy -> KeyPolicyRules.requireAcceptable(view, policy));

        KeyArn arn = new KeyArn(view.region(), view.account(), keyId(request));
        FirstMaterial first = firstMaterials.make(view, request, origin(request), arn, spec);
        return Prepared.change(work -> {
            try {
                return create(work, request, arn, spec, usage, first);
            } catch (RuntimeException refused) {
                first.undo().run();
                throw refused;
            }
        });
    }

    private static Response create(
            UnitOfWork work, Request request, KeyArn arn, KeySpec spec, KeyUsage usage, FirstMaterial first) {
        if (work.customerKeyCount() >= MAX_KEYS) {
            throw new KmsException(
                    Fault.LimitExceededException,
                    "This Region has " + MAX_KEYS + " keys, which is the most it can have.");
        }
        first.requireStillPossible().accept(work);
        Key key = new Key(
                arn,
                spec,
                usage,
                origin(request),
                KeyManager.CUSTOMER,
                work.now(),
                first.isThere() ? KeyState.Enabled : KeyState.PendingImport,
                request.description().orElse(""),
                Optional.empty(),
                Rotation.OFF,
                request.policy()
                        .map(policy -> KeyPolicyRules.bound(work, policy))
                        .orElseGet(() -> KeyPolicies.defaultPolicy(arn.account())),
                request.tags(),
                first.of(work.now()),
                Optional.empty(),
                isMultiRegion(request) ? Optional.of(MultiRegion.primary(work.region())) : Optional.empty(),
                request.customKeyStoreId(),
                0);
        work.put(key);
        return new Response(KeyMetadata.of(key, work.keyStores()));
    }

    private static boolean isMultiRegion(Request request) {
        return request.multiRegion().orElse(false);
    }

    /// That of a multi-Region key is the same in every Region, and shows that it is one.
    private static String keyId(Request request) {
        String fresh = Randomness.uuid().toString();
        return isMultiRegion(request) ? KeyArn.MULTI_REGION_ID + fresh.replace("-", "") : fresh;
    }

    private static KeyOrigin origin(Request request) {
        return request.origin().map(KeyOrigin::valueOf).orElse(KeyOrigin.AWS_KMS);
    }

    private static KeySpec spec(Request request) {
        if (request.keySpec().isPresent() && request.customerMasterKeySpec().isPresent()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "You cannot specify KeySpec and CustomerMasterKeySpec in the same request. "
                            + "CustomerMasterKeySpec is deprecated.");
        }
        return request.keySpec()
                .or(request::customerMasterKeySpec)
                .map(KeySpec::valueOf)
                .orElse(KeySpec.SYMMETRIC_DEFAULT);
    }

    private static KeyUsage usage(Request request, KeySpec spec) {
        if (request.keyUsage().isEmpty() && !spec.isSymmetric()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
        }
        KeyUsage usage = request.keyUsage().map(KeyUsage::valueOf).orElse(KeyUsage.ENCRYPT_DECRYPT);
        if (!spec.usages().contains(usage)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "KeyUsage %s is not compatible with KeySpec %s".formatted(usage, spec));
        }
        return usage;
    }

    private static void requireProvided(Request request, KeySpec spec) {
        KeyOrigin origin = origin(request);
        if (origin == KeyOrigin.EXTERNAL && !ForeignKey.isPossible(spec)) {
            throw unsupported("Key material of spec " + spec + " can't be imported. Use the origin AWS_KMS.");
        }
    }

    private static KmsException unsupported(String sentence) {
        return new KmsException(Fault.UnsupportedOperationException, sentence);
    }
}
