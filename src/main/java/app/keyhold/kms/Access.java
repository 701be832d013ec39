package app.keyhold.kms;

import app.keyhold.iam.Principal;
import app.keyhold.kms.key.Key;

/// One permission an operation needs. All of an operation's accesses are evaluated; the first denial is answered.
public sealed interface Access {
    /// `kms:Encrypt`.
    String action();

    /// Key policy, and identity policy where the key policy hands over to the account.
    record OnKey(String action, Key key) implements Access {}

    /// Identity policy only, on the alias' ARN.
    record OnAlias(String action, String aliasArn) implements Access {}

    /// Identity policy only, on `*`: CreateKey, ListKeys, ListAliases, GenerateRandom and administration.
    record IamOnly(String action) implements Access {}

    /// Work of a service on its own schedule: allowed to that service alone, and only when nobody forwarded it.
    record OwnSchedule(String action, Principal.Service service) implements Access {}
}
