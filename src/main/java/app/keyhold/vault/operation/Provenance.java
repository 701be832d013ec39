package app.keyhold.vault.operation;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Up to which row of each home's chain, the present one's and those before it, a Region has taken over principals and
/// header. What a former home did later was lost to the others.
///
/// @param rows by Region
public record Provenance(Map<String, Long> rows) {
    private static final String SETTING = "vault.taken-over";

    public Provenance {
        rows = Map.copyOf(rows);
    }

    public static Provenance of(View view) {
        return new Provenance(Arrays.stream(view.setting(SETTING).orElse("").split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split(":", 2))
                .collect(Collectors.toMap(part -> part[0], part -> Long.valueOf(part[1]))));
    }

    /// What is known once everything is taken over from `home` as it is now. To be asked before anything is read there.
    public static Provenance taking(View home) {
        return of(home).with(home.region(), home.audit().head().number());
    }

    /// The last row of that Region which is known here; 0 if none is.
    public long row(String region) {
        return rows.getOrDefault(region, 0L);
    }

    public Provenance with(String region, long row) {
        var now = new TreeMap<>(rows);
        now.put(region, row);
        return new Provenance(now);
    }

    public void put(UnitOfWork work) {
        work.putSetting(
                SETTING,
                new TreeMap<>(rows)
                        .entrySet().stream()
                                .map(one -> one.getKey() + ":" + one.getValue())
                                .collect(Collectors.joining(" ")));
    }
}
