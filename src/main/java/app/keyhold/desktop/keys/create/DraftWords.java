package app.keyhold.desktop.keys.create;

import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.api.CallText;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A draft in sentences, and as what a shell would do.
final class DraftWords {
    private static final Words WORDS = Words.of(DraftWords.class);
    private static final String ID = "KEY_ID";

    private DraftWords() {}

    static List<String> review(KeyDraft draft) {
        List<String> lines = new ArrayList<>();
        lines.add(draft.alias().orElseGet(() -> WORDS.get("review.noName")));
        lines.add(WORDS.get(
                "review.kind",
                KeyWords.spec(draft.spec()),
                draft.spec().name(),
                KeyWords.usage(draft.purpose().usage()).toLowerCase(Locale.ROOT)));
        if (draft.source() != Source.HERE) {
            lines.add(source(draft.source()));
        }
        lines.add(rotation(draft));
        if (draft.multiRegion()) {
            lines.add(draft.replicas().isEmpty()
                    ? WORDS.get("review.multiRegion")
                    : WORDS.get("review.replicas", String.join(", ", draft.replicas())));
        }
        lines.add(who(draft));
        if (!draft.tags().isEmpty()) {
            lines.add(WORDS.get("review.tags", draft.tags().stream().map(DraftWords::tag).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private static String tag(Tag tag) {
        return tag.tagKey() + "=" + tag.tagValue();
    }

    static String source(Source source) {
        return source.store().map(store -> WORDS.get("source.store", store.name())).orElseGet(() -> source.equals(Source.IMPORT)
                ? WORDS.get("source.import")
                : WORDS.get("source.here"));
    }

    private static String rotation(KeyDraft draft) {
        if (draft.rotation().isPresent()) {
            return WORDS.get("review.rotates", KeyWords.period(draft.rotation().get()));
        }
        if (draft.waitsForMaterial()) {
            return WORDS.get("review.waits");
        }
        return draft.spec().isSymmetric() && !draft.source().isInStore() ? WORDS.get("review.rotatesByHand") : WORDS.get("review.rotatesNever");
    }

    private static String who(KeyDraft draft) {
        if (!draft.hasOwnPolicy()) {
            return WORDS.get("review.account");
        }
        String people = WORDS.get("review.people", names(draft.administrators()), names(draft.users()));
        return draft.administrators().isEmpty() || draft.deletable() ? people : people + " " + WORDS.get("review.notDeletable");
    }

    private static String names(List<String> arns) {
        return arns.isEmpty()
                ? WORDS.get("review.nobody")
                : arns.stream().map(arn -> arn.replaceFirst("^arn:aws:iam::\\d+:(user/)?", "")).collect(Collectors.joining(", "));
    }

    /// Lines that make the same key elsewhere.
    static String commands(KeyDraft draft) {
        String create = CallText.CLI.of(draft.creation());
        List<String> lines = new ArrayList<>();
        if (draft.rest(ID).isEmpty()) {
            lines.add(create);
        } else {
            lines.add(ID + "=$(" + create + " --query KeyMetadata.KeyId --output text)"); // not words
            draft.rest(ID).forEach(request -> lines.add(CallText.CLI.of(request).replace(ID, "\"$" + ID + "\"")));
        }
        return String.join("\n", lines);
    }
}
