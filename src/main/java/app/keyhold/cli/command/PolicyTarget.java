package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which policy a command is about: a key's, or one of a user or role.
final class PolicyTarget {
    private static final String ROLE = "role/";

    @Option(names = "--key", paramLabel = "KEY", description = "The key policy of a key: alias, key id or ARN")
    private @Nullable String key;

    @Option(names = "--of", paramLabel = "WHO", description = "A policy of a user, or of a role as role/NAME")
    private @Nullable String holder;

    @Option(names = "--name", paramLabel = "POLICY", description = "Which of their policies")
    private @Nullable String name;

    @Option(names = "--boundary", description = "Their permissions boundary: what their policies cannot reach beyond")
    private boolean boundary;

    @Option(names = "--trust", description = "Who may take on the role")
    private boolean trust;

    sealed interface Target {
        record OfKey(String key) implements Target {}

        record OfUser(String user, String policy) implements Target {}

        record OfRole(String role, String policy) implements Target {}

        record UserBoundary(String user) implements Target {}

        record RoleBoundary(String role) implements Target {}

        record Trust(String role) implements Target {}

        /// All of them.
        record EveryOfUser(String user) implements Target {}

        record EveryOfRole(String role) implements Target {}
    }

    Target target() {
        if ((key == null) == (holder == null)) {
            throw new UsageException("Whose policy has to be said in one way.", "Give --key KEY or --of WHO.");
        }
        if (key != null) {
            requireNone(name != null || boundary || trust, "--name, --boundary and --trust go with --of.");
            return new Target.OfKey(key);
        }
        String who = Optional.ofNullable(holder).orElseThrow();
        requireNone(count(name != null, boundary, trust) > 1, "Give one of --name, --boundary and --trust.");
        boolean ofRole = who.startsWith(ROLE);
        String bare = ofRole ? who.substring(ROLE.length()) : who;
        requireNone(trust && !ofRole, "Only roles have a trust policy: --of role/" + bare + ".");
        if (trust) {
            return new Target.Trust(bare);
        }
        if (boundary) {
            return ofRole ? new Target.RoleBoundary(bare) : new Target.UserBoundary(bare);
        }
        if (name == null) {
            return ofRole ? new Target.EveryOfRole(bare) : new Target.EveryOfUser(bare);
        }
        return ofRole ? new Target.OfRole(bare, name) : new Target.OfUser(bare, name);
    }

    static UsageException whichOne() {
        return new UsageException("One policy has to be named.", "Give --name POLICY, --boundary or --trust.");
    }

    private static void requireNone(boolean wrong, String sentence) {
        if (wrong) {
            throw new UsageException("These options do not go together.", sentence);
        }
    }

    private static int count(boolean... given) {
        int count = 0;
        for (boolean one : given) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
