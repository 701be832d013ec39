package app.keyhold.desktop.access;

import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Tone;
import app.keyhold.vault.operation.ListUsers.User;

/// A user in words.
final class UserWords {
    private UserWords() {}

    static String kind(User user) {
        return user.endpointOnly() ? "Program" : "Person";
    }

    static String unlocksWith(User user) {
        if (user.endpointOnly()) {
            return "nothing: access keys only";
        }
        if (user.slots().isEmpty()) {
            return "nothing any more";
        }
        return String.join(" or ", user.slots().stream()
                .map(slot -> slot.equals("recovery") ? "recovery sheet" : slot)
                .toList());
    }

    /// The policies Keyhold itself offers have names a person need not know.
    static String permissions(User user) {
        return user.policies().stream()
                .map(policy -> switch (policy) {
                    case "AdministratorAccess" -> "everything";
                    case "KeyUserAccess" -> "use and see keys";
                    case "OwnKeyslot" -> "";
                    default -> policy;
                })
                .filter(word -> !word.isEmpty())
                .reduce((first, second) -> first + ", " + second)
                .orElse("what key policies grant");
    }

    static StateBadge state(User user) {
        if (!user.enabled()) {
            return StateBadge.dot(Tone.OFF, "Disabled");
        }
        return user.slots().isEmpty() && !user.endpointOnly()
                ? StateBadge.dot(Tone.WARN, "To be added again")
                : StateBadge.dot(Tone.OK, "Enabled");
    }

    /// For a screen reader.
    static String sentence(User user) {
        return user.userName() + ", " + kind(user) + ", unlocks with " + unlocksWith(user) + ", may do "
                + permissions(user);
    }
}
