package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.files.Inspection.WrappingKey;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.List;
import java.util.Optional;

/// The keys a person may see, to say more of those that files name.
record KnownKeys(List<KeyRow> rows) {
    static KnownKeys none() {
        return new KnownKeys(List.of());
    }

    static KnownKeys of(Client client, Shell shell) {
        return new KnownKeys(client.call(new QueryKeys.Request(shell.session())).keys());
    }

    /// @param keyMaterialId where the wrapped data key tells it
    /// @param onlyHere a key that nothing but Keyhold's own work with files may use
    record Told(
            String provider, String keyId, Optional<String> keyMaterialId, List<String> aliases, boolean onlyHere) {
        String text() {
            String name = provider.equals("aws-kms") ? keyId : provider + " " + keyId;
            String known = aliases.isEmpty() ? "" : String.join(" ", aliases) + "  ";
            return known + name + (onlyHere ? ", opens in Keyhold only" : "");
        }
    }

    Told told(WrappingKey key) {
        var row = rows.stream().filter(it -> key.isAwsKms() && opens(it, key.name())).findFirst();
        return new Told(
                key.provider(),
                key.name(),
                key.materialId(),
                row.map(KeyRow::aliases).orElse(List.of()),
                row.filter(it -> it.manager() == KeyManager.AWS).isPresent());
    }

    /// A multi-Region key opens what its relatives wrapped.
    private static boolean opens(KeyRow row, String arn) {
        return row.arn().equals(arn)
                || row.keyId().startsWith(KeyArn.MULTI_REGION_ID) && arn.endsWith("/" + row.keyId());
    }
}
