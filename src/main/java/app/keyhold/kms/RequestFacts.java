package app.keyhold.kms;

import app.keyhold.iam.ContextKey;
import app.keyhold.iam.Facts;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The facts of a request that KMS knows (developer guide, "AWS KMS condition keys"): from the key an access is about,
/// and from the request's members by their names, so that no operation has to hand anything in.
///
/// A parameter with a default counts as given with it, except for the two that the guide compares with Null:
/// BypassPolicyLockoutSafetyCheck and ExpirationModel.
final class RequestFacts implements Facts {
    private static final String RE_ENCRYPT_FROM = "kms:ReEncryptFrom";
    private static final String RE_ENCRYPT_TO = "kms:ReEncryptTo";
    private static final String SYMMETRIC_DEFAULT = "SYMMETRIC_DEFAULT";
    private static final String ALIAS_IN_ARN = ":" + Alias.PREFIX;

    private final View view;
    private final RequestMembers request;
    private final Optional<? extends Record> whole;
    private final Access access;
    private final List<Access> accesses;
    private final Optional<Key> key;

    /// @param access the one that is asked about
    /// @param accesses all that the request needs
    RequestFacts(View view, Optional<? extends Record> request, Access access, List<Access> accesses) {
        this.view = view;
        this.request = new RequestMembers(request);
        this.whole = request;
        this.access = access;
        this.accesses = accesses;
        this.key = keyOf(access);
    }

    @Override
    public List<String> of(ContextKey asked) {
        return switch (asked.key()) {
            case KEY_SPEC, CUSTOMER_MASTER_KEY_SPEC ->
                key.map(one -> List.of(one.spec().name())).orElseGet(this::wantedSpec);
            case KEY_USAGE, CUSTOMER_MASTER_KEY_USAGE ->
                key.map(one -> List.of(one.usage().name())).orElseGet(() -> request.values("keyUsage", "ENCRYPT_DECRYPT"));
            case KEY_ORIGIN ->
                key.map(one -> List.of(one.origin().name())).orElseGet(() -> request.values("origin", "AWS_KMS"));
            case MULTI_REGION ->
                key.map(one -> List.of(String.valueOf(one.multiRegion().isPresent())))
                        .orElseGet(() -> request.values("multiRegion", "false"));
            case MULTI_REGION_KEY_TYPE ->
                one(key.flatMap(Key::multiRegion).map(MultiRegion::type).map(Enum::name));
            case RESOURCE_ALIASES ->
                key.filter(one -> one.arn().region().equals(view.region()))
                        .map(one -> view.aliasesOf(one.id()).stream().map(Alias::name).toList())
                        .orElse(List.of());
            case RESOURCE_TAG -> key.map(one -> asked.in(byKey(one.tags()))).orElse(List.of());

            case ENCRYPTION_CONTEXT -> asked.in(encryptionContext());
            case ENCRYPTION_CONTEXT_KEYS -> List.copyOf(encryptionContext().keySet());
            case ENCRYPTION_ALGORITHM -> encryptionAlgorithm();
            case RE_ENCRYPT_ON_SAME_KEY -> reEncryptOnSameKey();
            case REQUEST_ALIAS -> requestAlias();

            case BYPASS_POLICY_LOCKOUT_SAFETY_CHECK -> request.values("bypassPolicyLockoutSafetyCheck");
            case DATA_KEY_PAIR_SPEC -> request.values("keyPairSpec");
            case EXPIRATION_MODEL -> request.values("expirationModel");
            case GRANTEE_PRINCIPAL -> request.values("granteePrincipal");
            case GRANT_OPERATIONS -> request.has("granteePrincipal") ? request.values("operations") : List.of();
            case GRANT_CONSTRAINT_TYPE -> request.record("constraints").map(RequestMembers::present).orElse(List.of());
            case KEY_AGREEMENT_ALGORITHM -> request.values("keyAgreementAlgorithm");
            case MAC_ALGORITHM -> request.values("macAlgorithm");
            case MESSAGE_TYPE -> request.values("messageType", "RAW");
            case PRIMARY_REGION -> request.values("primaryRegion");
            case REPLICA_REGION -> request.values("replicaRegion");
            case RETIRING_PRINCIPAL -> request.values("retiringPrincipal");
            case ROTATION_PERIOD_IN_DAYS -> request.values("rotationPeriodInDays", "365");
            case SCHEDULE_KEY_DELETION_PENDING_WINDOW_IN_DAYS -> request.values("pendingWindowInDays", "30");
            case SIGNING_ALGORITHM -> request.values("signingAlgorithm");
            case VALID_TO -> request.values("validTo");
            case WRAPPING_ALGORITHM -> request.values("wrappingAlgorithm");
            case WRAPPING_KEY_SPEC -> request.values("wrappingKeySpec");

            case REQUEST_TAG -> asked.in(requestTags());
            case TAG_KEYS ->
                request.has("tagKeys") ? request.values("tagKeys") : List.copyOf(requestTags().keySet());

            case EXTERNAL_ID -> request.values("externalId");
            case ROLE_SESSION_NAME -> request.values("roleSessionName");
            case STS_SOURCE_IDENTITY -> request.values("sourceIdentity");
            case TRANSITIVE_TAG_KEYS -> request.values("transitiveTagKeys");
            default -> List.of();
        };
    }

    private List<String> wantedSpec() {
        List<String> given = request.values("customerMasterKeySpec");
        return given.isEmpty() ? request.values("keySpec", SYMMETRIC_DEFAULT) : given;
    }

    /// Of an operation on two ciphertexts, the one the access is about; of a grant to be, what it will ask for.
    private Map<String, String> encryptionContext() {
        Optional<RequestMembers> constraints = request.record("constraints");
        if (constraints.isEmpty()) {
            return request.map(ofThisSide("encryptionContext"));
        }
        var asked = new TreeMap<>(constraints.get().map("encryptionContextSubset"));
        asked.putAll(constraints.get().map("encryptionContextEquals"));
        return asked;
    }

    /// Data keys are encrypted without naming an algorithm.
    private List<String> encryptionAlgorithm() {
        String member = ofThisSide("encryptionAlgorithm");
        return request.has(member) || !request.has("encryptionContext")
                ? request.values(member, SYMMETRIC_DEFAULT)
                : List.of(SYMMETRIC_DEFAULT);
    }

    private List<String> reEncryptOnSameKey() {
        return one(keyFor(RE_ENCRYPT_FROM).flatMap(source -> keyFor(RE_ENCRYPT_TO)
                .map(destination -> String.valueOf(source.arn().equals(destination.arn())))));
    }

    private Optional<Key> keyFor(String action) {
        return accesses.stream()
                .filter(one -> one.action().equals(action))
                .flatMap(one -> keyOf(one).stream())
                .findFirst();
    }

    private List<String> requestAlias() {
        return request.values(ofThisSide("keyId")).stream()
                .flatMap(name -> aliasIn(name).stream())
                .toList();
    }

    /// Empty unless the key is named by alias or alias ARN.
    private static Optional<String> aliasIn(String name) {
        if (name.startsWith(Alias.PREFIX)) {
            return Optional.of(name);
        }
        int alias = name.indexOf(ALIAS_IN_ARN);
        return alias < 0 ? Optional.empty() : Optional.of(name.substring(alias + 1));
    }

    private String ofThisSide(String member) {
        String capital = Character.toUpperCase(member.charAt(0)) + member.substring(1);
        return switch (access.action()) {
            case RE_ENCRYPT_FROM -> "source" + capital;
            case RE_ENCRYPT_TO -> "destination" + capital;
            default -> member;
        };
    }

    private static Optional<Key> keyOf(Access access) {
        return switch (access) {
            case Access.OnKey(_, Key key) -> Optional.of(key);
            case Access.ByCiphertext(_, Key key) -> Optional.of(key);
            case Access.ByGrant(_, Key key, _) -> Optional.of(key);
            case Access.AfterPolicyChange(_, Optional<Key> key, _) -> key;
            case Access.InRegion(_, _, Key like) -> Optional.of(like);
            case Access.OnAlias _,
                    Access.OnRole _,
                    Access.OfOneself _,
                    Access.IamOnly _,
                    Access.OnAccessKey _,
                    Access.ThroughService _,
                    Access.OwnSchedule _ ->
                Optional.empty();
        };
    }

    private Map<String, String> requestTags() {
        var tags = new TreeMap<>(byKey(request.list("tags", Tag.class)));
        if (whole.isPresent() && whole.get() instanceof WithSessionTags tagging) {
            tagging.sessionTags().forEach(tag -> tags.put(tag.key(), tag.value()));
        }
        return tags;
    }

    private static Map<String, String> byKey(List<Tag> tags) {
        var byKey = new TreeMap<String, String>();
        tags.forEach(tag -> byKey.put(tag.tagKey(), tag.tagValue()));
        return byKey;
    }

    private static List<String> one(Optional<String> fact) {
        return fact.map(List::of).orElse(List.of());
    }
}
