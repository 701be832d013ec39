package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Principal;
import app.keyhold.iam.Session;
import java.util.ArrayList;
import java.util.List;

/// What a session takes along into the next role's sessions, the next role's trust policy must want (IAM user guide,
/// "Chaining roles with session tags", "Monitor and control actions taken with assumed roles").
final class RoleChaining {
    private static final String ASSUME_ROLE = "sts:AssumeRole";

    private RoleChaining() {}

    /// With the permissions for what goes along unasked.
    static List<Access> needed(Caller caller, List<Access> accesses) {
        if (caller.session().isEmpty()) {
            return accesses;
        }
        Session session = caller.session().get();
        List<Access> needed = new ArrayList<>(accesses);
        for (Access access : accesses) {
            if (access instanceof Access.OnRole(String action, Principal.Role role) && action.equals(ASSUME_ROLE)) {
                if (!session.transitiveTags().isEmpty()) {
                    needed.add(new Access.OnRole("sts:TagSession", role));
                }
                if (session.sourceIdentity().isPresent()) {
                    needed.add(new Access.OnRole("sts:SetSourceIdentity", role));
                }
            }
        }
        return List.copyOf(needed);
    }
}
