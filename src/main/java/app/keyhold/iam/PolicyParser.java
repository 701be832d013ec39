package app.keyhold.iam;

import app.keyhold.iam.PrincipalClause.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the policy language of IAM ("IAM JSON policy elements reference"). What this version does not evaluate it does
/// not accept: a condition that was silently skipped would allow what its writer meant to forbid.
final class PolicyParser {
    private static final Set<String> VERSIONS = Set.of("2012-10-17", "2008-10-17");
    private static final Pattern ACTION = Pattern.compile("\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+");
    private static final Pattern PRINCIPAL = Pattern.compile("[0-9]{12}|arn:aws:(iam|sts)::[0-9]{12}:\\S+");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com");

    private final boolean onKey;

    /// @param onKey true for a key policy, which names principals; false for an identity policy, which must not
    PolicyParser(boolean onKey) {
        this.onKey = onKey;
    }

    PolicyDocument parse(String text) {
        if (text.length() > PolicyDocument.MAX_LENGTH) {
            throw new PolicySyntaxException(
                    new Json.At(1, 1), "A policy has at most " + PolicyDocument.MAX_LENGTH + " characters.");
        }
        var policy = new Element("A policy", JsonReader.read(text));
        Optional<Json.Member> version = policy.take("Version");
        version.ifPresent(given -> {
            if (!VERSIONS.contains(PolicyValues.text(given.value()))) {
                throw new PolicySyntaxException(given.value().at(), "Version must be 2012-10-17.");
            }
        });
        Optional<String> id = policy.take("Id").map(given -> PolicyValues.text(given.value()));
        List<Json> statements = PolicyValues.oneOrMore(policy.require("Statement"));
        policy.nothingElse();
        List<Statement> parsed = new ArrayList<>();
        Set<String> sids = new HashSet<>();
        for (Json statement : statements) {
            Statement one = statement(statement, parsed.size() + 1);
            if (!sids.add(one.label())) {
                throw new PolicySyntaxException(statement.at(), "Two statements have the Sid \"" + one.label() + "\".");
            }
            parsed.add(one);
        }
        return new PolicyDocument(id, parsed);
    }

    private Statement statement(Json json, int position) {
        var element = new Element("A statement", json);
        String label = element.take("Sid")
                .map(given -> PolicyValues.text(given.value()))
                .filter(sid -> !sid.isEmpty())
                .orElse("statement " + position);
        Json effect = element.require("Effect");
        PrincipalClause principals =
                onKey ? principals(element.oneOf("Principal", "NotPrincipal")) : holder(element);
        Choice action = element.oneOf("Action", "NotAction");
        Choice resource = element.oneOf("Resource", "NotResource");
        Optional<Json.Member> condition = element.take("Condition");
        element.nothingElse();
        return new Statement(
                label,
                effect(effect),
                principals,
                action.negated(),
                PolicyValues.texts(
                        action.value(), ACTION, "is no action; actions look like kms:Encrypt, kms:Describe* or *."),
                resource.negated(),
                PolicyValues.texts(resource.value(), PolicyValues.RESOURCE, "is no resource; resources are ARNs or *."),
                condition.map(given -> PolicyConditions.parse(given.value())).orElse(List.of()));
    }

    private static Statement.Effect effect(Json json) {
        return switch (PolicyValues.text(json)) {
            case "Allow" -> Statement.Effect.Allow;
            case "Deny" -> Statement.Effect.Deny;
            default -> throw new PolicySyntaxException(json.at(), "Effect must be Allow or Deny.");
        };
    }

    private static PrincipalClause holder(Element element) {
        for (String name : List.of("Principal", "NotPrincipal")) {
            element.take(name).ifPresent(given -> {
                throw new PolicySyntaxException(
                        given.at(), "A policy on a principal names none: it is about whoever has it.");
            });
        }
        return new PrincipalClause.Holder();
    }

    private static PrincipalClause principals(Choice choice) {
        if (choice.value() instanceof Json.Text(Json.At at, String text)) {
            if (!text.equals("*") || choice.negated()) {
                throw new PolicySyntaxException(at, "Principals are \"*\" or an object such as {\"AWS\": \"<ARN>\"}.");
            }
            return new PrincipalClause.Everybody();
        }
        var element = new Element("A principal", choice.value());
        Optional<Json.Member> people = element.take("AWS");
        Optional<Json.Member> services = element.take("Service");
        element.nothingElse();
        if (people.isEmpty() && services.isEmpty()) {
            throw new PolicySyntaxException(choice.value().at(), "A principal needs AWS or Service.");
        }
        if (people.isPresent() && isEverybody(people.get().value()) && !choice.negated()) {
            return new PrincipalClause.Everybody();
        }
        var named = new Named(
                people.map(given -> Set.copyOf(PolicyValues.texts(
                                given.value(), PRINCIPAL, "is no principal; give an ARN of IAM or an account.")))
                        .orElse(Set.of()),
                services.map(given -> Set.copyOf(PolicyValues.texts(
                                given.value(), SERVICE, "is no service; services look like files.amazonaws.com.")))
                        .orElse(Set.of()));
        return choice.negated() ? new PrincipalClause.AllBut(named) : named;
    }

    private static boolean isEverybody(Json people) {
        return PolicyValues.oneOrMore(people).stream()
                .anyMatch(one -> one instanceof Json.Text text && text.value().equals("*"));
    }

    private record Choice(boolean negated, Json value) {}

    /// An object being taken apart; what nobody took is refused at the end.
    private static final class Element {
        private final String what;
        private final Json.At at;
        private final Map<String, Json.Member> left;

        Element(String what, Json json) {
            if (!(json instanceof Json.Members members)) {
                throw new PolicySyntaxException(json.at(), what + " is an object, not " + json.kind() + ".");
            }
            this.what = what;
            this.at = json.at();
            this.left = new LinkedHashMap<>(members.values());
        }

        Optional<Json.Member> take(String name) {
            return Optional.ofNullable(left.remove(name));
        }

        Json require(String name) {
            return take(name)
                    .orElseThrow(() -> new PolicySyntaxException(at, what + " needs " + name + "."))
                    .value();
        }

        Choice oneOf(String plain, String negated) {
            Optional<Json.Member> first = take(plain);
            Optional<Json.Member> second = take(negated);
            if (first.isPresent() == second.isPresent()) {
                throw new PolicySyntaxException(
                        at, what + " needs " + plain + " or " + negated + (first.isPresent() ? ", not both." : "."));
            }
            return first.map(given -> new Choice(false, given.value()))
                    .orElseGet(() -> new Choice(true, second.orElseThrow().value()));
        }

        void nothingElse() {
            left.forEach((name, member) -> {
                throw new PolicySyntaxException(member.at(), what + " has no element \"" + name + "\".");
            });
        }
    }
}
