package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.vault.operation.KnownBackups;
import app.keyhold.vault.operation.ListBackups;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "schedule-deletion",
        description = "Delete a key after a waiting time; everything it encrypted is lost then")
final class KeyScheduleDeletion implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    @Option(names = "--days", paramLabel = "DAYS", description = "Waiting time, 7 to 30 days (30)")
    private int days = 30;

    KeyScheduleDeletion(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client().call(ScheduleKeyDeletion.Request.of(keyId, days));
            shell.answer(
                    response,
                    () -> key + " can't be used any more and will be deleted " + when(response)
                            + ".\nUntil then, `keyhold key cancel-deletion " + key + "` keeps it."
                            + files(vault.client(), keyId)
                            + copies(vault.client()));
            return 0;
        });
    }

    private String when(ScheduleKeyDeletion.Response response) {
        return response.deletionDate()
                .map(date -> "on " + shell.times().dayFromNow(date))
                .orElseGet(() -> response.pendingWindowInDays() + " days after the last of its replicas in other Regions");
    }

    private String files(Client client, String keyId) {
        long known = KnownFiles.count(client, shell, keyId, false);
        return known == 0
                ? ""
                : "\n" + known + (known == 1 ? " known file opens" : " known files open")
                        + " with it: `keyhold files list --key " + key + "`.";
    }

    /// Asked only for a person's eyes, and of nobody who may not know.
    private static String copies(Client client) {
        try {
            List<KnownBackups.Backup> known = client.call(new ListBackups.Request()).backups();
            return known.isEmpty()
                    ? ""
                    : known.stream()
                            .map(backup -> "\n  " + backup.file() + StillHolding.place(backup.file()))
                            .collect(Collectors.joining(
                                    "", "\nA deletion does not reach copies; these backups hold the key as long as they exist:", ""));
        } catch (KmsException notAllowed) {
            return "";
        }
    }
}
