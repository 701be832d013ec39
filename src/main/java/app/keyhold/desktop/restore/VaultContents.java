package app.keyhold.desktop.restore;

import app.keyhold.kms.operation.screen.QueryContents;
import app.keyhold.kms.operation.screen.QueryContents.Content;
import app.keyhold.vault.OpenVault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a vault holds in all its Regions that are here.
///
/// @param keys by Region
record VaultContents(Map<String, List<Content>> keys, long files, long events, Optional<Instant> lastEvent) {
    VaultContents {
        keys = Map.copyOf(keys);
    }

    /// Asks each Region; off the FX thread.
    static VaultContents of(OpenVault vault, String screenSession) {
        var keys = new TreeMap<String, List<Content>>();
        var answers = new ArrayList<QueryContents.Response>();
        for (String region : vault.regions()) {
            var answer = vault.in(region).client().call(new QueryContents.Request(screenSession));
            keys.put(region, answer.keys());
            answers.add(answer);
        }
        return new VaultContents(
                keys,
                answers.stream().mapToLong(QueryContents.Response::files).sum(),
                answers.stream().mapToLong(QueryContents.Response::events).sum(),
                answers.stream().flatMap(answer -> answer.lastEvent().stream()).max(Comparator.naturalOrder()));
    }

    long keyCount() {
        return keys.values().stream().mapToLong(List::size).sum();
    }
}
