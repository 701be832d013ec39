package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.part.Words;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.operation.grant.GrantListEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A grant in words.
final class GrantWords {
    private static final Words WORDS = Words.of(GrantWords.class);

    private static final String ROOT = ":root";
    private static final String USER = ":user/";
    private static final String ROLE = ":role/";
    private static final String SESSION = ":assumed-role/";

    private GrantWords() {}

    /// Whom it is to.
    static String who(GrantListEntry grant) {
        return name(grant.granteePrincipal(), grant.granteeServicePrincipal()).orElseGet(() -> WORDS.get("grant.nobody"));
    }

    static String operations(GrantListEntry grant) {
        return grant.operations().stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    /// Empty for a grant without constraints.
    static String only(GrantListEntry grant) {
        return grant.constraints().map(GrantWords::only).orElse("");
    }

    /// Empty for a grant that names nobody for it.
    static String retiredBy(GrantListEntry grant) {
        return name(grant.retiringPrincipal(), grant.retiringServicePrincipal())
                .map(who -> WORDS.get("grant.retiredBy", who))
                .orElse("");
    }

    /// For a screen reader.
    static String sentence(GrantListEntry grant) {
        return Stream.of(WORDS.get("grant.to", who(grant)), operations(grant), only(grant), retiredBy(grant))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". "));
    }

    private static Optional<String> name(Optional<String> principal, Optional<String> service) {
        return principal.map(GrantWords::name).or(() -> service);
    }

    /// Somebody who is gone is shown by unique id.
    private static String name(String arn) {
        if (!arn.startsWith("arn:")) {
            return WORDS.get("grant.gone", arn);
        }
        if (arn.endsWith(ROOT)) {
            return WORDS.get("grant.everybody");
        }
        return behind(arn, USER)
                .or(() -> behind(arn, ROLE).map(role -> "role/" + role))
                .or(() -> behind(arn, SESSION).map(session -> WORDS.get("grant.session", session)))
                .orElse(arn);
    }

    private static Optional<String> behind(String arn, String mark) {
        int at = arn.indexOf(mark);
        return at < 0 ? Optional.empty() : Optional.of(arn.substring(at + mark.length()));
    }

    private static String only(GrantConstraints constraints) {
        List<String> parts = new ArrayList<>();
        constraints.encryptionContextEquals().ifPresent(exact -> parts.add(WORDS.get("grant.exact", text(exact))));
        constraints.encryptionContextSubset().ifPresent(pairs -> parts.add(WORDS.get("grant.subset", text(pairs))));
        constraints.sourceArn().ifPresent(arn -> parts.add(WORDS.get("grant.resource", arn)));
        return parts.stream().reduce((all, part) -> WORDS.get("grant.and", all, part)).map(all -> WORDS.get("grant.only", all)).orElse("");
    }

    private static String text(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining(", "));
    }
}
