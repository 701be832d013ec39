package app.keyhold.kms.operation.screen;

import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything a view holds, read in pages.
final class KeyPages {
    private static final int PAGE = 1_000;

    private KeyPages() {}

    static List<Key> all(View view) {
        List<Key> all = new ArrayList<>();
        List<Key> page = view.keys("", PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < PAGE ? List.of() : view.keys(page.getLast().id(), PAGE);
        }
        return all;
    }

    /// Names with their prefix by key id, in order.
    static Map<String, List<String>> aliasNames(View view) {
        Map<String, List<String>> names = new HashMap<>();
        List<Alias> page = view.aliases("", PAGE);
        while (!page.isEmpty()) {
            page.forEach(alias -> names.computeIfAbsent(alias.targetKeyId(), _ -> new ArrayList<>())
                    .add(alias.name()));
            page = page.size() < PAGE ? List.of() : view.aliases(page.getLast().name(), PAGE);
        }
        return names;
    }
}
