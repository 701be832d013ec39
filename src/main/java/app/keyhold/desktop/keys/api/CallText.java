package app.keyhold.desktop.keys.api;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request as a program would send it. A secret in it is replaced by the name of a place to take it from.
public enum CallText {
    /// Version 2 of the AWS CLI, which takes bytes in base64.
    CLI {
        @Override
        public String of(KmsRequest<?> request) {
            return "aws kms " + kebab(request.operation()) + " --endpoint-url " + ENDPOINT // not words
                    + Members.of(request).entrySet().stream()
                            .map(member -> " " + option(member.getKey(), member.getValue()))
                            .collect(Collectors.joining());
        }
    },
    /// The AWS SDK for Java, version 2.
    JAVA {
        @Override
        public String of(KmsRequest<?> request) {
            return "kms." + Members.small(request.operation()) + "(request -> request"
                    + Members.of(request).entrySet().stream()
                            .map(member -> "\n        ." + member.getKey() + "(" + java(member.getKey(), member.getValue()) + ")")
                            .collect(Collectors.joining())
                    + ");";
        }
    },
    /// boto3.
    PYTHON {
        @Override
        public String of(KmsRequest<?> request) {
            return "kms." + kebab(request.operation()).replace('-', '_') + "("
                    + Members.of(request).entrySet().stream()
                            .map(member -> "\n    " + Members.capital(member.getKey()) + "=" + python(member.getKey(), member.getValue()) + ",")
                            .collect(Collectors.joining())
                    + "\n)";
        }
    };

    /// An endpoint on this computer; its port is for whoever pastes the line to change.
    static final String ENDPOINT = "http://127.0.0.1:4599";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@=,+-]+");
    private static final Pattern SHORTHAND = Pattern.compile("[A-Za-z0-9_./:@+ -]*");

    public abstract String of(KmsRequest<?> request);

    /// One after the other.
    public String of(List<? extends KmsRequest<?>> requests) {
        return requests.stream().map(this::of).collect(Collectors.joining("\n"));
    }

    /// `GenerateDataKey` and `generateDataKey` as `generate-data-key`.
    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String option(String name, Object value) {
        String option = "--" + kebab(name);
        return switch (value) {
            case Boolean truth -> truth ? option : "--no-" + kebab(name);
            case SecretBytes _ -> option + " fileb://" + kebab(name) + ".bin";
            case Blob blob -> option + " " + blob.base64();
            case Map<?, ?> map -> option + " " + quoted(shorthand(map));
            case Collection<?> list -> option + " " + list.stream().map(one -> quoted(element(one))).collect(Collectors.joining(" "));
            case Record record -> option + " " + quoted(Members.json(record).toString());
            default -> option + " " + quoted(value.toString());
        };
    }

    private static String shorthand(Map<?, ?> map) {
        boolean simple = map.entrySet().stream().allMatch(pair -> isSimple(pair.getKey()) && isSimple(pair.getValue()));
        return simple
                ? map.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining(","))
                : Members.json(map).toString();
    }

    private static String element(Object one) {
        if (!(one instanceof Record record)) {
            return one.toString();
        }
        var json = Members.json(record);
        return json.properties().stream().allMatch(member -> member.getValue().isTextual() && isSimple(member.getValue().textValue()))
                ? json.properties().stream()
                        .map(member -> member.getKey() + "=" + member.getValue().textValue())
                        .collect(Collectors.joining(","))
                : json.toString();
    }

    private static boolean isSimple(Object text) {
        return SHORTHAND.matcher(String.valueOf(text)).matches();
    }

    /// For a POSIX shell.
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String java(String name, Object value) {
        return switch (value) {
            case Boolean _, Number _ -> value.toString();
            case SecretBytes _ -> "SdkBytes.fromByteArray(" + name + ")"; // not words
            case Blob blob -> "SdkBytes.fromByteArray(Base64.getDecoder().decode(" + literal(blob.base64()) + "))"; // not words
            case java.time.Instant time -> "Instant.parse(" + literal(time.toString()) + ")"; // not words
            case Map<?, ?> map ->
                "Map.of(" + map.entrySet().stream() // not words
                        .map(pair -> literal(String.valueOf(pair.getKey())) + ", " + literal(String.valueOf(pair.getValue())))
                        .collect(Collectors.joining(", ")) + ")";
            case Collection<?> list -> list.stream().map(one -> java(name, one)).collect(Collectors.joining(", "));
            case Record record ->
                "part -> part" + Members.json(record).properties().stream() // not words
                        .map(member -> "." + Members.small(member.getKey()) + "(" + literal(member.getValue().asText()) + ")")
                        .collect(Collectors.joining());
            default -> literal(value.toString());
        };
    }

    private static String python(String name, Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "True" : "False"; // not words
            case Number _ -> value.toString();
            case SecretBytes _ -> kebab(name).replace('-', '_');
            case Blob blob -> "base64.b64decode(" + literal(blob.base64()) + ")";
            case java.time.Instant time -> "datetime.fromisoformat(" + literal(time.toString()) + ")";
            case Map<?, ?> _, Collection<?> _, Record _ -> Members.json(value).toString();
            default -> literal(value.toString());
        };
    }

    /// Reads the same in Java and Python.
    private static String literal(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }
}
