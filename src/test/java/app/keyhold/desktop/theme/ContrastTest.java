package app.keyhold.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every text can be read on every ground it stands on: 4.5 to 1 for text, 3 to 1 for icons and the ring of the focus
/// (WCAG 2.2, 1.4.3 and 1.4.11), computed from the sheets of tokens.
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3;
    private static final Pattern TOKEN = Pattern.compile("-color-([\\w-]+):\\s*#([0-9a-f]{6})");
    private static final List<String> PAGES = List.of("bg-default", "bg-overlay", "bg-subtle");
    private static final List<String> ROWS = List.of("hover", "accent-subtle");
    private static final List<String> MEANINGS = List.of("success", "warning", "danger");

    private record Pair(String text, String ground) {}

    private static List<Pair> texts() {
        var pairs = new ArrayList<Pair>();
        for (String text : List.of("fg-default", "fg-muted")) {
            PAGES.forEach(ground -> pairs.add(new Pair(text, ground)));
            ROWS.forEach(ground -> pairs.add(new Pair(text, ground)));
            MEANINGS.forEach(meaning -> pairs.add(new Pair(text, meaning + "-subtle")));
            pairs.add(new Pair(text, "bg-inset"));
        }
        PAGES.forEach(ground -> pairs.add(new Pair("fg-subtle", ground)));
        for (String ground : PAGES) {
            pairs.add(new Pair("accent-fg", ground));
            MEANINGS.forEach(meaning -> pairs.add(new Pair(meaning + "-fg", ground)));
        }
        for (String ground : ROWS) {
            pairs.add(new Pair("accent-fg", ground));
            MEANINGS.forEach(meaning -> pairs.add(new Pair(meaning + "-fg", ground)));
        }
        MEANINGS.forEach(meaning -> pairs.add(new Pair(meaning + "-fg", meaning + "-subtle")));
        pairs.add(new Pair("on-accent", "accent-emphasis"));
        pairs.add(new Pair("on-danger", "danger-emphasis"));
        return pairs;
    }

    private static List<Pair> graphics() {
        var pairs = new ArrayList<Pair>();
        for (String ground : List.of("bg-default", "bg-overlay", "bg-subtle", "bg-inset", "hover")) {
            pairs.add(new Pair("accent-emphasis", ground));
        }
        pairs.add(new Pair("administration", "bg-default"));
        pairs.add(new Pair("denied", "bg-default"));
        return pairs;
    }

    @ParameterizedTest
    @EnumSource
    void everyTextCanBeRead(Look look) throws IOException {
        assertThat(tooFaint(look, texts(), TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyIconAndTheFocusCanBeSeen(Look look) throws IOException {
        assertThat(tooFaint(look, graphics(), GRAPHIC)).isEmpty();
    }

    private static List<String> tooFaint(Look look, List<Pair> pairs, double least) throws IOException {
        Map<String, Double> light = luminances(look);
        return pairs.stream()
                .filter(pair -> ratio(light, pair) < least)
                .map(pair -> "%s on %s: %.2f".formatted(pair.text(), pair.ground(), ratio(light, pair)))
                .toList();
    }

    private static double ratio(Map<String, Double> light, Pair pair) {
        double text = Objects.requireNonNull(light.get(pair.text()), pair.text());
        double ground = Objects.requireNonNull(light.get(pair.ground()), pair.ground());
        return (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    }

    private static Map<String, Double> luminances(Look look) throws IOException {
        var found = new HashMap<String, Double>();
        try (var in = Objects.requireNonNull(Look.class.getResourceAsStream(look.tokens()))) {
            Matcher tokens = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (tokens.find()) {
                found.put(tokens.group(1), luminance(Integer.parseInt(tokens.group(2), 16)));
            }
        }
        return found;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
