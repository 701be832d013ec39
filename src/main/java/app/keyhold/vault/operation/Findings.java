package app.keyhold.vault.operation;

import app.keyhold.vault.operation.CheckVault.Check;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found so far, by what was looked at.
final class Findings {
    private final Map<Kind, List<Finding>> byKind = new EnumMap<>(Kind.class);

    void add(Kind kind, List<Finding> findings) {
        byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).addAll(findings);
    }

    void add(Kind kind, Finding finding) {
        add(kind, List.of(finding));
    }

    Check check(Kind kind) {
        return new Check(
                kind, byKind.getOrDefault(kind, List.of()).stream().distinct().toList());
    }
}
