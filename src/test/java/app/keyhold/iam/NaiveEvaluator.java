package app.keyhold.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A second evaluator, written from the published description of the evaluation flow alone and sharing no code with the
/// first: it walks the JSON anew for each question, turns patterns into regular expressions, and asks each step of the
/// flow chart in words.
final class NaiveEvaluator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    enum Outcome {
        ALLOWED,
        IMPLICITLY_DENIED,
        EXPLICITLY_DENIED
    }

    /// @param context by key in lower case
    record Request(
            Principal principal, String account, String action, String resource, Map<String, List<String>> context) {}

    /// @param onResource key policy or trust policy, if what is asked for has one
    record Policies(
            Optional<String> onResource, List<String> identity, Optional<String> boundary, Optional<String> session) {}

    private final Request request;
    private final Policies policies;

    NaiveEvaluator(Request request, Policies policies) {
        this.request = request;
        this.policies = policies;
    }

    Outcome decide() {
        List<String> all = new ArrayList<>(policies.identity());
        policies.onResource().ifPresent(all::add);
        policies.boundary().ifPresent(all::add);
        policies.session().ifPresent(all::add);
        if (all.stream().anyMatch(policy -> has(policy, "Deny", "itself", "role", "account"))) {
            return Outcome.EXPLICITLY_DENIED;
        }
        boolean withinBoundary = policies.boundary().isEmpty() || has(policies.boundary().get(), "Allow", "itself");
        boolean withinSession = policies.session().isEmpty() || has(policies.session().get(), "Allow", "itself");
        boolean byIdentity = policies.identity().stream().anyMatch(policy -> has(policy, "Allow", "itself"))
                && withinBoundary
                && withinSession;
        if (policies.onResource().isEmpty()) {
            return byIdentity ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED;
        }
        String own = policies.onResource().get();
        boolean allowed = has(own, "Allow", "itself")
                || has(own, "Allow", "role") && withinBoundary && withinSession
                || has(own, "Allow", "account") && byIdentity;
        return allowed ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED;
    }

    /// Whether a statement with this effect applies, and names the principal in one of these ways.
    private boolean has(String policy, String effect, String... ways) {
        JsonNode document = read(policy);
        boolean variables = document.path("Version").asText().equals("2012-10-17");
        for (JsonNode statement : listed(document.get("Statement"))) {
            if (statement.get("Effect").asText().equals(effect)
                    && List.of(ways).contains(named(statement))
                    && actionFits(statement)
                    && resourceFits(statement, variables)
                    && conditionsFit(statement, variables)) {
                return true;
            }
        }
        return false;
    }

    private String named(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            String spared = way(statement.get("NotPrincipal"));
            return spared.equals("itself") || spared.equals("role") ? "no" : "itself";
        }
        return statement.has("Principal") ? way(statement.get("Principal")) : "itself";
    }

    private String way(JsonNode clause) {
        if (clause.isTextual()) {
            return "itself";
        }
        List<String> names = texts(clause.get("AWS"));
        String root = "arn:aws:iam::" + request.account() + ":root";
        boolean account = names.contains(request.account()) || names.contains(root);
        if (names.contains("*") || names.contains(request.principal().arn())) {
            return "itself";
        }
        if (request.principal() instanceof Principal.Root) {
            return account ? "itself" : "no";
        }
        if (request.principal() instanceof Principal.AssumedRole(String of, String role, _)
                && names.contains("arn:aws:iam::" + of + ":role/" + role)) {
            return "role";
        }
        return account ? "account" : "no";
    }

    private boolean actionFits(JsonNode statement) {
        return either(statement, "Action", "NotAction", (pattern, _) -> Pattern.compile(
                        regex(pattern, false).orElseThrow(), Pattern.CASE_INSENSITIVE)
                .matcher(request.action())
                .matches(), false);
    }

    private boolean resourceFits(JsonNode statement, boolean variables) {
        if (!statement.has("Resource") && !statement.has("NotResource")) {
            return true;
        }
        return either(
                statement,
                "Resource",
                "NotResource",
                (pattern, known) -> like(pattern, request.resource(), known),
                variables);
    }

    private boolean either(
            JsonNode statement, String plain, String not, BiPredicate<String, Boolean> fits, boolean variables) {
        boolean listed = texts(statement.has(plain) ? statement.get(plain) : statement.get(not)).stream()
                .anyMatch(pattern -> fits.test(pattern, variables));
        return statement.has(plain) == listed;
    }

    private boolean conditionsFit(JsonNode statement, boolean variables) {
        for (Map.Entry<String, JsonNode> operator : statement.path("Condition").properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                List<String> values = request.context().getOrDefault(key.getKey().toLowerCase(Locale.ROOT), List.of());
                if (!conditionFits(operator.getKey(), texts(key.getValue()), values, variables)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean conditionFits(String operator, List<String> wanted, List<String> values, boolean variables) {
        if (operator.equals("Null")) {
            return wanted.getFirst().equals("true") == values.isEmpty();
        }
        String plain = operator.replaceFirst("^For(All|Any)Values?:", "").replaceFirst("IfExists$", "");
        boolean negated = plain.contains("Not");
        List<String> there = values.stream().filter(value -> !value.isEmpty()).toList();
        if (operator.startsWith("ForAllValues:")) {
            return there.stream().allMatch(value -> anyFits(plain, wanted, value, variables) != negated);
        }
        if (operator.startsWith("ForAnyValue:")) {
            return there.stream().anyMatch(value -> anyFits(plain, wanted, value, variables) != negated);
        }
        if (values.isEmpty()) {
            return negated || operator.endsWith("IfExists");
        }
        boolean any = values.stream().anyMatch(value -> anyFits(plain, wanted, value, variables));
        return any != negated;
    }

    private boolean anyFits(String operator, List<String> wanted, String value, boolean variables) {
        return wanted.stream().anyMatch(one -> fits(operator.replace("Not", ""), one, value, variables));
    }

    private boolean fits(String operator, String wanted, String value, boolean variables) {
        return switch (operator) {
            case "StringEquals" -> replaced(wanted, variables).filter(value::equals).isPresent();
            case "StringEqualsIgnoreCase" -> replaced(wanted, variables).filter(value::equalsIgnoreCase).isPresent();
            case "StringLike" -> like(wanted, value, variables);
            case "ArnEquals", "ArnLike" -> arnLike(wanted, value, variables);
            case "Bool" -> wanted.equalsIgnoreCase(value);
            case "IpAddress" -> inRange(wanted, value);
            case "BinaryEquals" -> wanted.equals(value);
            default -> operator.startsWith("Date")
                    ? date(value).flatMap(found -> date(wanted).map(found::compareTo)).filter(c -> stands(operator, c)).isPresent()
                    : number(value).flatMap(found -> number(wanted).map(found::compareTo)).filter(c -> stands(operator, c)).isPresent();
        };
    }

    private static boolean stands(String operator, int compared) {
        boolean equal = compared == 0 && (operator.endsWith("Equals"));
        boolean less = compared < 0 && operator.contains("LessThan");
        boolean greater = compared > 0 && operator.contains("GreaterThan");
        return equal || less || greater;
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    text.matches("[0-9]{1,3}|[0-9]{5,12}")
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : ZonedDateTime.parse(text.contains("T") ? text : text + "T00:00:00Z").toInstant());
        } catch (RuntimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static boolean inRange(String range, String text) {
        try {
            if (!text.matches("[0-9a-f:.]*[:.][0-9a-f:.]*")) {
                return false;
            }
            String[] parts = range.split("/");
            byte[] start = InetAddress.ofLiteral(parts[0]).getAddress();
            byte[] address = InetAddress.ofLiteral(text).getAddress();
            int width = start.length * 8;
            int ignored = width - (parts.length == 2 ? Integer.parseInt(parts[1]) : width);
            return start.length == address.length
                    && new BigInteger(1, start).shiftRight(ignored).equals(new BigInteger(1, address).shiftRight(ignored));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean arnLike(String pattern, String arn, boolean variables) {
        String guarded = Pattern.compile("\\$\\{[^}]*}").matcher(pattern).replaceAll(found ->
                Matcher.quoteReplacement(found.group().replace(':', '\0')));
        String[] wanted = guarded.split(":", 6);
        String[] found = arn.split(":", 6);
        if (found.length < 6) {
            return false;
        }
        for (int i = 0; i < 6; i++) {
            if (!like(wanted[i].replace('\0', ':'), found[i], variables)) {
                return false;
            }
        }
        return true;
    }

    private boolean like(String pattern, String text, boolean variables) {
        return regex(pattern, variables)
                .filter(regex -> COMPILED.computeIfAbsent(regex, one -> Pattern.compile(one, Pattern.DOTALL))
                        .matcher(text)
                        .matches())
                .isPresent();
    }

    private Optional<String> replaced(String text, boolean variables) {
        return pieces(text, variables, (literal, _) -> literal);
    }

    private Optional<String> regex(String text, boolean variables) {
        return pieces(text, variables, (piece, written) -> {
            if (!written) {
                return Pattern.quote(piece);
            }
            var regex = new StringBuilder();
            for (char sign : piece.toCharArray()) {
                regex.append(sign == '*' ? ".*" : sign == '?' ? "." : Pattern.quote(String.valueOf(sign)));
            }
            return regex.toString();
        });
    }

    private interface Piece {
        String of(String text, boolean written);
    }

    /// Empty if a variable has no value.
    private Optional<String> pieces(String text, boolean variables, Piece piece) {
        var whole = new StringBuilder();
        Matcher variable = Pattern.compile("\\$\\{([^,}]*)(, '([^']*)')?}").matcher(text);
        int end = 0;
        while (variables && variable.find()) {
            whole.append(piece.of(text.substring(end, variable.start()), true));
            end = variable.end();
            String name = variable.group(1);
            List<String> values = "*?$".contains(name)
                    ? List.of(name)
                    : request.context().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
            if (values.isEmpty() && variable.group(3) != null) {
                values = List.of(variable.group(3));
            }
            if (values.size() != 1) {
                return Optional.empty();
            }
            whole.append(piece.of(values.getFirst(), false));
        }
        return Optional.of(whole.append(piece.of(text.substring(end), true)).toString());
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        listed(node).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static List<JsonNode> listed(JsonNode node) {
        List<JsonNode> list = new ArrayList<>();
        if (node != null && node.isArray()) {
            node.forEach(list::add);
        } else if (node != null) {
            list.add(node);
        }
        return list;
    }

    private static JsonNode read(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (com.fasterxml.jackson.core.JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
