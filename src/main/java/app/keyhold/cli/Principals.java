package app.keyhold.cli;

/// How people name principals: by ARN as the service does, or for short.
public final class Principals {
    private static final String ARN = "arn:";
    private static final String ROLE = "role/";
    private static final String OWNER = "owner";

    private Principals() {}

    /// @param given `auditor`, or a role's ARN
    public static String role(String account, String given) {
        return given.startsWith(ARN) ? given : "arn:aws:iam::" + account + ":" + ROLE + given;
    }

    /// @param given `owner`, `eva`, `role/auditor`, or an ARN
    public static String any(String account, String given) {
        if (given.startsWith(ARN)) {
            return given;
        }
        String name = given.equals(OWNER) ? "root" : given.startsWith(ROLE) ? given : "user/" + given;
        return "arn:aws:iam::" + account + ":" + name;
    }
}
