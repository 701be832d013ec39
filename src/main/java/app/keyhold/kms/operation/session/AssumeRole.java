package app.keyhold.kms.operation.session;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyKind;
import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.iam.Session;
import app.keyhold.iam.SessionTag;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.View;
import app.keyhold.kms.WithSessionTags;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.UniqueIds;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Begins a session of a role for somebody its trust policy names. The session ends by itself; nothing is stored.
public final class AssumeRole extends CallerOperation<AssumeRole.Request, AssumeRole.Response> {
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::([0-9]{12}):role/([\\w+=,.@-]{1,64})");

    private static final int WHOLE = 100;

    /// @param durationSeconds an hour unless given, at most what the role allows, and an hour from another session
    /// @param externalId what the trust policy may ask for as `sts:ExternalId`
    /// @param policy what the session's permissions cannot reach beyond
    /// @param policyArns managed policies, of which there are none
    /// @param roleSessionName who or what the session is for, in every event of it
    /// @param sourceIdentity who begins it, in every event of it and of the sessions begun from it
    /// @param tags what policies know as `aws:PrincipalTag/KEY`
    /// @param transitiveTagKeys those of the tags that go along where the session takes on a further role
    public record Request(
            @Range(min = RoleTerms.SHORTEST_SESSION, max = RoleTerms.MOST_MAXIMUM) Optional<Integer> durationSeconds,
            @Length(min = 2, max = 1224) @Matches("[\\w+=,.@:\\/-]*") Optional<String> externalId,
            @Length(min = 1, max = 2048) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") Optional<String> policy,
            @Length(max = 10) List<PolicyDescriptor> policyArns,
            @Required @Length(min = 20, max = 2048) String roleArn,
            @Required @Length(min = 2, max = 64) @Matches("[\\w+=,.@-]*") String roleSessionName,
            @Length(min = 2, max = 64) @Matches("[\\w+=,.@-]*") Optional<String> sourceIdentity,
            @Length(max = 50) List<Tag> tags,
            @Length(max = 50) @EachLength(min = 1, max = 128) List<String> transitiveTagKeys)
            implements KmsRequest<Response>, WithSessionTags {
        /// Without tags and source identity.
        public Request(
                Optional<Integer> durationSeconds,
                Optional<String> externalId,
                Optional<String> policy,
                String roleArn,
                String roleSessionName) {
            this(
                    durationSeconds, externalId, policy, List.of(), roleArn, roleSessionName, Optional.empty(), List.of(),
                    List.of());
        }

        public static Request of(String roleArn, String roleSessionName) {
            return new Request(Optional.empty(), Optional.empty(), Optional.empty(), roleArn, roleSessionName);
        }

        public Request withSourceIdentity(String now) {
            return new Request(
                    durationSeconds, externalId, policy, policyArns, roleArn, roleSessionName, Optional.of(now), tags,
                    transitiveTagKeys);
        }

        public Request withTags(List<Tag> now, List<String> transitive) {
            return new Request(
                    durationSeconds, externalId, policy, policyArns, roleArn, roleSessionName, sourceIdentity, now,
                    transitive);
        }

        @Override
        public List<SessionTag> sessionTags() {
            return tags.stream()
                    .map(tag -> new SessionTag(
                            tag.key(),
                            tag.value(),
                            transitiveTagKeys.stream().anyMatch(tag.key()::equalsIgnoreCase)))
                    .toList();
        }
    }

    /// STS API: PolicyDescriptorType.
    public record PolicyDescriptor(@Length(min = 20, max = 2048) Optional<String> arn) {}

    /// STS API: Tag.
    public record Tag(
            @Required @Length(min = 1, max = 128) @Matches("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+") String key,
            @Required @Length(max = 256) @Matches("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*") String value) {}

    /// @param packedPolicySize how much of what a token can hold policy and tags take, in percent; where there are any
    public record Response(
            AssumedRoleUser assumedRoleUser,
            Credentials credentials,
            Optional<Integer> packedPolicySize,
            Optional<String> sourceIdentity) {}

    /// @param assumedRoleId `AROA…:NAME`
    public record AssumedRoleUser(String arn, String assumedRoleId) {}

    /// @param secretAccessKey in base64 the forty characters that sign requests
    /// @param sessionToken all there is to the session, sealed
    public record Credentials(
            String accessKeyId, Instant expiration, SecretBytes secretAccessKey, Blob sessionToken) {}

    private final SessionTokens tokens;
    private final InstantSource clock;

    public AssumeRole(SessionTokens tokens, InstantSource clock) {
        super(Request.class);
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        Principal.Role role = role(request);
        List<Access> accesses = new ArrayList<>(List.of(new Access.OnRole("sts:AssumeRole", role)));
        if (!request.tags().isEmpty()) {
            accesses.add(new Access.OnRole("sts:TagSession", role));
        }
        if (request.sourceIdentity().isPresent()) {
            accesses.add(new Access.OnRole("sts:SetSourceIdentity", role));
        }
        return accesses;
    }

    @Override
    public Prepared<Response> prepareFor(Caller caller, View view, Request request, List<Key> keys) {
        Principal.Role role = role(request);
        Identity identity = Holders.find(view, role);
        RoleTerms terms = identity.role().orElseThrow();
        request.policy().ifPresent(document -> Holders.parse(PolicyKind.IDENTITY, document));
        requireNoManagedPolicies(request);
        Optional<String> sourceIdentity = sourceIdentity(caller, request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var session = new Session(
                identity.uniqueId(),
                now,
                now.plusSeconds(duration(caller, request, terms)),
                request.policy(),
                terms.revocations(),
                SessionTags.of(caller, request.sessionTags(), request.transitiveTagKeys()),
                sourceIdentity);
        var principal = new Principal.AssumedRole(role.account(), role.name(), request.roleSessionName());
        SecretBytes secret = Randomness.secret(SessionTokens.SECRET_BYTES);
        var contents = new SessionTokens.Contents(principal, session, UniqueIds.ofSession(), secret);
        Blob token = tokens.seal(contents);
        int percent = (token.size() * WHOLE + SessionTokens.MAX_BYTES - 1) / SessionTokens.MAX_BYTES;
        if (percent > WHOLE) {
            contents.close();
            throw new KmsException(
                    Fault.PackedPolicyTooLargeException,
                    "Packed size of session tags consumes " + percent + "% of allotted space.");
        }
        boolean packed = session.policy().isPresent() || !session.tags().isEmpty();
        return Prepared.answer(new Response(
                new AssumedRoleUser(principal.arn(), identity.uniqueId() + ":" + principal.sessionName()),
                new Credentials(contents.accessKeyId(), session.expires(), secret, token),
                packed ? Optional.of(percent) : Optional.empty(),
                sourceIdentity));
    }

    private static void requireNoManagedPolicies(Request request) {
        request.policyArns().stream().flatMap(policy -> policy.arn().stream()).findFirst().ifPresent(arn -> {
            throw new KmsException(
                    Fault.NoSuchEntityException,
                    "Policy " + arn + " does not exist or is not attachable. There are no managed policies here; give the "
                            + "document itself as Policy.");
        });
    }

    /// Once said, it stays the same from session to session.
    private static Optional<String> sourceIdentity(Caller caller, Request request) {
        Optional<String> inherited = caller.session().flatMap(Session::sourceIdentity);
        if (inherited.isPresent() && request.sourceIdentity().isPresent() && !inherited.equals(request.sourceIdentity())) {
            throw new KmsException(
                    Fault.ValidationException, "The source identity of the calling session can't be changed.");
        }
        return inherited.or(request::sourceIdentity);
    }

    private static int duration(Caller caller, Request request, RoleTerms terms) {
        int seconds = request.durationSeconds().orElse(RoleTerms.LEAST_MAXIMUM);
        if (seconds > terms.maxSessionDuration()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        if (caller.session().isPresent() && seconds > RoleTerms.LEAST_MAXIMUM) {
            throw new KmsException(
                    Fault.ValidationException,
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }
        return seconds;
    }

    private static Principal.Role role(Request request) {
        Matcher role = ROLE.matcher(request.roleArn());
        if (!role.matches()) {
            throw new KmsException(Fault.ValidationException, request.roleArn() + " is invalid");
        }
        return new Principal.Role(role.group(1), role.group(2));
    }
}
