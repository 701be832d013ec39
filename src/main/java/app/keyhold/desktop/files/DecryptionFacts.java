package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the headers of encrypted files tell before anything is asked of a key.
///
/// @param mono whether the value is an identifier
/// @param warning whether it is something to stop at
record DecryptionFacts(String name, String value, boolean mono, boolean warning) {
    private static final Words WORDS = Words.of(DecryptionFacts.class);
    private static final String RESERVED = "aws-crypto-";

    /// @param keys the vault's keys, by ARN
    static List<DecryptionFacts> of(Survey.Group group, Map<String, VaultKey> keys, Formats formats) {
        List<Inspection> headers = group.headers();
        if (headers.isEmpty()) {
            return List.of();
        }
        var facts = new ArrayList<DecryptionFacts>();
        facts.add(opens(headers, keys));
        if (headers.size() == 1) {
            one(headers.getFirst(), keys, formats, facts);
        }
        facts.add(suites(headers));
        return facts;
    }

    private static void one(
            Inspection header, Map<String, VaultKey> keys, Formats formats, List<DecryptionFacts> facts) {
        refusal(header, keys).ifPresent(why -> facts.add(new DecryptionFacts("", why, false, true)));
        List<String> materials = header.keys().stream()
                .flatMap(key -> key.materialId().stream())
                .map(id -> id.substring(0, 12) + "…")
                .toList();
        if (!materials.isEmpty()) {
            facts.add(new DecryptionFacts(WORDS.get("facts.material"), String.join(", ", materials), true, false));
        }
        context(header.context()).ifPresent(text -> facts.add(new DecryptionFacts(WORDS.get("facts.context"), text, true, false)));
        changed(header.file(), formats).ifPresent(text -> facts.add(new DecryptionFacts(WORDS.get("facts.fileDate"), text, false, false)));
    }

    private static DecryptionFacts opens(List<Inspection> headers, Map<String, VaultKey> keys) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        headers.forEach(header -> header.keyArns().forEach(arn -> counted.merge(arn, 1, Integer::sum)));
        String names = counted.entrySet().stream()
                .map(key -> headers.size() > 1
                        ? WORDS.get("facts.keyTimes", name(key.getKey(), keys), key.getValue())
                        : name(key.getKey(), keys))
                .collect(Collectors.joining(", "));
        return new DecryptionFacts(WORDS.get("facts.keys", counted.size()), names, false, false);
    }

    private static String name(String arn, Map<String, VaultKey> keys) {
        return Optional.ofNullable(keys.get(arn))
                .map(VaultKey::name)
                .orElseGet(() -> WORDS.get("facts.notHere", arn.substring(arn.lastIndexOf('/') + 1)));
    }

    /// Said before anything is asked: no key of the file can be used here at the moment.
    private static Optional<String> refusal(Inspection header, Map<String, VaultKey> keys) {
        List<VaultKey> ours = header.keyArns().stream()
                .flatMap(arn -> Optional.ofNullable(keys.get(arn)).stream())
                .toList();
        boolean opens = ours.stream().anyMatch(key -> key.refusal().isEmpty());
        return keys.isEmpty() || opens
                ? Optional.empty()
                : ours.stream()
                        .findFirst()
                        .flatMap(VaultKey::refusal)
                        .or(() -> Optional.of(WORDS.get("facts.noKey")));
    }

    private static Optional<String> context(Map<String, String> context) {
        String pairs = context.entrySet().stream()
                .filter(pair -> !pair.getKey().startsWith(RESERVED))
                .map(pair -> pair.getKey() + " = " + pair.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
    }

    /// Encryption gives its result the original's time.
    private static Optional<String> changed(Path file, Formats formats) {
        try {
            return Optional.of(formats.date(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static DecryptionFacts suites(List<Inspection> headers) {
        long uncommitted = headers.stream().filter(header -> !header.committing()).count();
        if (uncommitted > 0) {
            String what = headers.size() == 1 ? WORDS.get("facts.uncommitted") : WORDS.get("facts.uncommittedOf", uncommitted);
            return new DecryptionFacts(WORDS.get("facts.suite"), what, false, true);
        }
        boolean signed = headers.stream().allMatch(Inspection::signed);
        String bits = headers.stream().map(Inspection::suiteId).distinct().collect(Collectors.joining(", "));
        return new DecryptionFacts(
                WORDS.get("facts.suite"), WORDS.get(signed ? "facts.signed" : "facts.committed", bits), false, false);
    }
}
