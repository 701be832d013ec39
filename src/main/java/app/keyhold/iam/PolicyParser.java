package app.keyhold.iam;

import app.keyhold.json.Json;
import app.keyhold.iam.PrincipalClause.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the policy language of IAM ("IAM JSON policy elements reference"). What Keyhold does not evaluate it does not
/// accept: a condition that was silently skipped would allow what its writer meant to forbid.
final class PolicyParser {
    private static final String VERSION = "2012-10-17";
    private static final Set<String> VERSIONS = Set.of(VERSION, "2008-10-17");
    private static final Pattern ACTION = Pattern.compile("\\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*?]+");
    private static final Pattern RESOURCE = Pattern.compile("\\*|arn:.+");
    private static final Pattern PRINCIPAL = Pattern.compile("[0-9]{12}"
            + "|arn:aws:iam::[0-9]{12}:(root|(user|role)/[\\w+=,.@/-]+)"
            + "|arn:aws:sts::[0-9]{12}:assumed-role/[\\w+=,.@-]+/[\\w+=,.@-]+|" + PolicyNames.UNIQUE_ID);
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazonaws\\.com");

    private final PolicyKind kind;
    private boolean variables;

    PolicyParser(PolicyKind kind) {
        this.kind = kind;
    }

    PolicyDocument parse(String text) {
        if (text.length() > PolicyDocument.MAX_LENGTH) {
            throw new PolicySyntaxException(
                    new Json.At(1, 1), "A policy has at most " + PolicyDocument.MAX_LENGTH + " characters.");
        }
        var policy = new Element("A policy", PolicyJson.read(text));
        policy.take("Version").ifPresent(given -> {
            String version = PolicyValues.text(given.value());
            if (!VERSIONS.contains(version)) {
                throw new PolicySyntaxException(given.value().at(), "Version must be " + VERSION + ".");
            }
            variables = version.equals(VERSION);
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
        PrincipalClause principals = principals(element);
        Choice action = element.oneOf("Action", "NotAction");
        ResourceClause resources = resources(element);
        Optional<Json.Member> condition = element.take("Condition");
        element.nothingElse();
        return new Statement(
                label,
                effect(effect),
                principals,
                new ActionClause(
                        action.negated(),
                        PolicyValues.texts(
                                action.value(), ACTION, "is no action; actions look like kms:Encrypt, kms:Describe* or *.")),
                resources,
                condition
                        .map(given -> new PolicyConditions(variables).parse(given.value()))
                        .orElse(List.of()));
    }

    private ResourceClause resources(Element element) {
        if (kind == PolicyKind.TRUST) {
            element.refuse("A trust policy names no resource: it is about its own role.", "Resource", "NotResource");
            return ResourceClause.OWN;
        }
        Choice resource = element.oneOf("Resource", "NotResource");
        PolicyValues.texts(resource.value(), RESOURCE, "is no resource; resources are ARNs or *.");
        return new ResourceClause(
                resource.negated(),
                PolicyValues.oneOrMore(resource.value()).stream()
                        .map(one -> resource(one.at(), PolicyValues.text(one)))
                        .toList());
    }

    private PolicyText resource(Json.At at, String text) {
        PolicyText whole = PolicyText.parse(at, text, variables);
        boolean misplaced = whole.hasVariables()
                && PolicyText.parseArn(at, text, variables)
                        .map(parts -> parts.subList(0, 5).stream().anyMatch(PolicyText::hasVariables))
                        .orElse(true);
        if (misplaced) {
            throw new PolicySyntaxException(at, "A variable in a resource stands behind the ARN's fifth colon.");
        }
        return whole;
    }

    private static Statement.Effect effect(Json json) {
        return switch (PolicyValues.text(json)) {
            case "Allow" -> Statement.Effect.Allow;
            case "Deny" -> Statement.Effect.Deny;
            default -> throw new PolicySyntaxException(json.at(), "Effect must be Allow or Deny.");
        };
    }

    private PrincipalClause principals(Element element) {
        return switch (kind) {
            case KEY -> principals(element.oneOf("Principal", "NotPrincipal"));
            case TRUST -> {
                element.refuse("A trust policy says who may, not who may not.", "NotPrincipal");
                yield principals(element.oneOf("Principal", "NotPrincipal"));
            }
            case IDENTITY -> {
                element.refuse(
                        "A policy on a principal names none: it is about whoever has it.", "Principal", "NotPrincipal");
                yield new PrincipalClause.Holder();
            }
        };
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
                                given.value(),
                                PRINCIPAL,
                                "is no principal; give an account, or the ARN of a user, role, session or account root.")))
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

        void refuse(String sentence, String... names) {
            for (String name : names) {
                take(name).ifPresent(given -> {
                    throw new PolicySyntaxException(given.at(), sentence);
                });
            }
        }

        void nothingElse() {
            left.forEach((name, member) -> {
                throw new PolicySyntaxException(member.at(), what + " has no element \"" + name + "\".");
            });
        }
    }
}
