package app.keyhold.kms.operation.tag;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What tags a key may have, and how new ones join those it has.
public final class TagRules {
    public static final int MAX_TAGS = 50;
    private static final String RESERVED = "aws:";

    private TagRules() {}

    /// @throws KmsException TagException
    public static void requireAcceptable(List<Tag> tags) {
        Set<String> seen = new HashSet<>();
        for (Tag tag : tags) {
            if (!seen.add(tag.tagKey())) {
                throw new KmsException(Fault.TagException, "Duplicate tag keys");
            }
        }
        requireNotReserved(tags.stream().map(Tag::tagKey).toList());
        requireFew(tags);
    }

    static void requireNotReserved(List<String> tagKeys) {
        if (tagKeys.stream().anyMatch(key -> key.toLowerCase(Locale.ROOT).startsWith(RESERVED))) {
            throw new KmsException(Fault.TagException, "Tags beginning with aws: are reserved");
        }
    }

    /// A known key gets its new value in its old place.
    static List<Tag> merged(List<Tag> present, List<Tag> added) {
        List<Tag> merged = new ArrayList<>(present);
        for (Tag tag : added) {
            int place = merged.stream().map(Tag::tagKey).toList().indexOf(tag.tagKey());
            if (place < 0) {
                merged.add(tag);
            } else {
                merged.set(place, tag);
            }
        }
        requireFew(merged);
        return merged;
    }

    private static void requireFew(List<Tag> tags) {
        if (tags.size() > MAX_TAGS) {
            throw new KmsException(Fault.TagException, "Too many tags");
        }
    }
}
