package app.keyhold.kms.operation.session;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Session;
import app.keyhold.iam.SessionTag;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The tags of a session to be: those that were asked for, and those that come along from the caller's own session (IAM user
/// guide, "Pass session tags").
final class SessionTags {
    static final int MOST = 50;
    private static final String RESERVED = "aws:";

    private SessionTags() {}

    /// @param transitiveKeys as they were given
    /// @throws KmsException ValidationException
    static List<SessionTag> of(Caller caller, List<SessionTag> asked, List<String> transitiveKeys) {
        Set<String> keys = keys(asked);
        if (keys.size() < asked.size()) {
            throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }
        if (keys.stream().anyMatch(key -> key.startsWith(RESERVED))) {
            throw invalid("Tag keys that begin with aws: are reserved.");
        }
        if (!transitiveKeys.stream().map(SessionTags::folded).allMatch(keys::contains)) {
            throw invalid("The specified transitive tag key must be included in the requested tags.");
        }
        List<SessionTag> inherited = caller.session().map(Session::transitiveTags).orElse(List.of());
        if (keys(inherited).stream().anyMatch(keys::contains)) {
            throw invalid("One of the specified tag keys can't be set because it conflicts with a transitive tag key from the "
                    + "calling session.");
        }
        List<SessionTag> all = new ArrayList<>(inherited);
        all.addAll(asked);
        if (all.size() > MOST) {
            throw invalid("A session has at most " + MOST + " tags, those that come along from the calling session included.");
        }
        return all;
    }

    private static Set<String> keys(List<SessionTag> tags) {
        return tags.stream().map(SessionTag::key).map(SessionTags::folded).collect(Collectors.toCollection(HashSet::new));
    }

    private static String folded(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private static KmsException invalid(String sentence) {
        return new KmsException(Fault.ValidationException, sentence);
    }
}
