package app.keyhold.desktop.access;

import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.ListUsers.User;
import java.util.List;

/// A user in words.
final class UserWords {
    private static final Words WORDS = Words.of(UserWords.class);
    private UserWords() {}

    static String kind(User user) {
        return WORDS.get(user.endpointOnly() ? "user.program" : "user.person");
    }

    static String unlocksWith(User user) {
        if (user.endpointOnly()) {
            return WORDS.get("user.accessKeysOnly");
        }
        if (user.slots().isEmpty()) {
            return WORDS.get("user.nothingAnyMore");
        }
        List<String> slots = user.slots().stream()
                .map(slot -> WORDS.get(slot.equals("recovery") ? "user.recoverySheet" : "user.passphrase"))
                .distinct()
                .toList();
        return slots.size() == 2 ? WORDS.get("user.either", slots.getFirst(), slots.getLast()) : slots.getFirst();
    }

    /// The policies Keyhold itself offers have names a person need not know.
    static String permissions(User user) {
        return user.policies().stream()
                .map(UserWords::offered)
                .filter(word -> !word.isEmpty())
                .reduce((first, second) -> first + ", " + second)
                .orElseGet(() -> WORDS.get("user.whatKeyPoliciesGrant"));
    }

    /// What a policy that Keyhold offers gives; the name of any other.
    static String offered(String policy) {
        return switch (policy) {
            case "AdministratorAccess" -> WORDS.get("user.everything"); // not words
            case "KeyUserAccess" -> WORDS.get("user.useAndSeeKeys"); // not words
            case "OwnKeyslot" -> ""; // not words
            default -> policy;
        };
    }

    static StateBadge state(User user) {
        if (!user.enabled()) {
            return StateBadge.dot(Tone.OFF, WORDS.get("user.disabled"));
        }
        return user.slots().isEmpty() && !user.endpointOnly()
                ? StateBadge.dot(Tone.WARN, WORDS.get("user.toBeAddedAgain"))
                : StateBadge.dot(Tone.OK, WORDS.get("user.enabled"));
    }

    /// For a screen reader.
    static String sentence(User user) {
        return WORDS.get("user.sentence", user.userName(), kind(user), unlocksWith(user), permissions(user));
    }
}
