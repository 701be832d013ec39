package app.keyhold.kms;

import app.keyhold.iam.Principal;
import app.keyhold.kms.key.Key;
import java.util.Optional;

/// One permission an operation needs. All of an operation's accesses are evaluated; the first denial is answered.
public sealed interface Access {
    String UNKNOWN_OR_DENIED = "The ciphertext refers to a customer master key that does not exist, does not exist in "
            + "this region, or you are not allowed to access.";
    String LOCKED_OUT = "The new key policy will not allow you to update the key policy in the future.";

    /// `kms:Encrypt`.
    String action();

    /// Key policy, and identity policy where the key policy hands over to the account.
    record OnKey(String action, Key key) implements Access {}

    /// As [OnKey], on the key a ciphertext names by itself. A denial is answered with [#UNKNOWN_OR_DENIED], the same
    /// words as for a key that does not exist: the name stands in the ciphertext, so nobody has shown to know it.
    record ByCiphertext(String action, Key key) implements Access {}

    /// The lock-out safety check: with `policy` as the key policy, the caller could still do `action`. Looked at like
    /// [OnKey] but with that policy in place of the key's own; a denial is MalformedPolicyDocumentException
    /// [#LOCKED_OUT], not AccessDeniedException.
    ///
    /// @param key the key as it is before the change; empty for one about to be made
    record AfterPolicyChange(String action, Optional<Key> key, String policy) implements Access {}

    /// The role's trust policy, and identity policy where the trust policy hands over to the account.
    record OnRole(String action, Principal.Role role) implements Access {}

    /// What everybody may know: who they are themselves. An explicit deny counts for nothing, as at AWS.
    record OfOneself(String action) implements Access {}

    /// Identity policy only, on the alias' ARN.
    record OnAlias(String action, String aliasArn) implements Access {}

    /// Identity policy only: CreateKey, ListKeys, ListAliases, GenerateRandom and administration.
    ///
    /// @param resource an ARN, or `*` for what is about no resource
    record IamOnly(String action, String resource) implements Access {
        public IamOnly(String action) {
            this(action, "*");
        }
    }

    /// Identity policy only, on the ARN of the user whose access key it is; of an unknown one, on any user's.
    record OnAccessKey(String action, String accessKeyId) implements Access {}

    /// As [IamOnly], in another Region of the vault, where this call has an effect too.
    ///
    /// @param like the key that is there or will be, with the same spec, usage and origin
    record InRegion(String action, String region, Key like) implements Access {}

    /// What a grant decides by itself, RetireGrant: those it names may, policies or not; an explicit deny counts.
    record ByGrant(String action, Key key, String grantId) implements Access {}

    /// What a service may do while it forwards somebody's call, such as making its own key at first use: whoever asks
    /// needs no permission for it, but an explicit deny counts.
    record ThroughService(String action, Principal.Service service) implements Access {}

    /// Work of a service on its own schedule: allowed to that service alone, and only when nobody forwarded it.
    record OwnSchedule(String action, Principal.Service service) implements Access {}
}
