package app.keyhold.iam;

/// Who may take on a role, and for how long.
///
/// @param trustPolicy a policy document whose statements name those who may
/// @param maxSessionDuration in seconds, 3,600 to 43,200
/// @param revocations how often the role's sessions were ended by hand; a session knows the number it began under
public record RoleTerms(String trustPolicy, String description, int maxSessionDuration, long revocations) {
    public static final int SHORTEST_SESSION = 900;
    public static final int LEAST_MAXIMUM = 3_600;
    public static final int MOST_MAXIMUM = 43_200;

    public RoleTerms withTrustPolicy(String now) {
        return new RoleTerms(now, description, maxSessionDuration, revocations);
    }

    public RoleTerms withSessionsRevoked() {
        return new RoleTerms(trustPolicy, description, maxSessionDuration, revocations + 1);
    }
}
