package app.keyhold.cli.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds printed lines against expected ones and remembers the words they name.
final class Expected {
    private static final Pattern SPECIAL = Pattern.compile("…|\\{(\\w+)}");
    private static final String ANY_LINES = "...";

    private final Map<String, String> words;

    Expected(Map<String, String> words) {
        this.words = words;
    }

    /// `{name}` in a text that is to be used.
    String filled(String text) {
        return SPECIAL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null && words.containsKey(found.group(1))
                                ? words.get(found.group(1))
                                : found.group()));
    }

    /// What does not fit, if anything.
    Optional<String> misfit(List<String> expected, List<String> printed) {
        return fits(expected, printed)
                ? Optional.empty()
                : Optional.of("expected\n  " + String.join("\n  ", expected) + "\nprinted\n  " + String.join("\n  ", printed));
    }

    private boolean fits(List<String> expected, List<String> printed) {
        if (expected.isEmpty()) {
            return printed.isEmpty();
        }
        List<String> rest = expected.subList(1, expected.size());
        if (expected.getFirst().equals(ANY_LINES)) {
            for (int skipped = 0; skipped <= printed.size(); skipped++) {
                if (fits(rest, printed.subList(skipped, printed.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !printed.isEmpty()
                && lineFits(expected.getFirst(), printed.getFirst())
                && fits(rest, printed.subList(1, printed.size()));
    }

    private boolean lineFits(String expected, String printed) {
        var regex = new StringBuilder();
        Matcher special = SPECIAL.matcher(expected);
        int end = 0;
        while (special.find()) {
            regex.append(Pattern.quote(expected.substring(end, special.start())));
            String name = special.group(1);
            if (name == null) {
                regex.append(".*");
            } else if (words.containsKey(name)) {
                regex.append(Pattern.quote(words.get(name)));
            } else {
                regex.append("(?<").append(name).append(">[\\w/+=.:-]+)");
            }
            end = special.end();
        }
        Matcher line = Pattern.compile(regex + Pattern.quote(expected.substring(end))).matcher(printed);
        if (!line.matches()) {
            return false;
        }
        line.namedGroups().keySet().forEach(name -> words.put(name, line.group(name)));
        return true;
    }
}
