package app.keyhold.cli.command;

import app.keyhold.kms.Client;
import app.keyhold.kms.operation.key.DescribeKey;
import java.util.List;
import java.util.regex.Pattern;

/// How people name keys: the service's own ways (id, ARN, `alias/payroll`), and `payroll` for short.
final class KeyNames {
    private static final String ALIAS = "alias/";
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private KeyNames() {}

    /// What the service takes as KeyId.
    static String full(String given) {
        boolean complete = given.startsWith(ALIAS)
                || given.startsWith("arn:")
                || given.startsWith("mrk-")
                || KEY_ID.matcher(given).matches();
        return complete ? given : ALIAS + given;
    }

    static String alias(String given) {
        return given.startsWith(ALIAS) ? given : ALIAS + given;
    }

    /// The key's id or ARN, for operations that take no alias.
    static String resolved(Client client, String given) {
        String name = full(given);
        return name.startsWith(ALIAS) || name.contains(":" + ALIAS)
                ? client.call(DescribeKey.Request.of(name)).keyMetadata().keyId()
                : name;
    }

    /// What to call a key: its first alias without the prefix, else its id.
    static String shown(List<String> aliases, String keyId) {
        return aliases.isEmpty() ? keyId : aliases.getFirst().substring(ALIAS.length());
    }
}
