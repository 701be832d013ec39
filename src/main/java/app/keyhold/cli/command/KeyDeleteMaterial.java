package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.imported.DeleteImportedKeyMaterial;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete-material",
        description = "Take imported material out of a key at once; it is of no use until the same comes back")
final class KeyDeleteMaterial implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    @Option(names = "--material-id", paramLabel = "ID", description = "Which one, where there are several (the current)")
    private @Nullable String materialId;

    KeyDeleteMaterial(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client()
                    .call(new DeleteImportedKeyMaterial.Request(keyId, Optional.ofNullable(materialId)));
            shell.answer(
                    response,
                    () -> "The material of " + key + " is gone from this vault. `keyhold key import " + key
                            + "` brings the same material back; `keyhold vault backups` lists copies that still hold it.");
            return 0;
        });
    }
}
