package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.kms.operation.schedule.ServiceKeyRotation;
import app.keyhold.vault.operation.ChangeSettings;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = {
            "Settle something for the whole vault:",
            "  service-key-rotation 1095|365   days between rotations of the services' own keys; they can't be switched off",
            "  private-names on|off            whether vault.json holds salted hashes in the place of user names",
            "  remember-paths on|off           whether the vault remembers where encrypted files were written"
        })
final class VaultSettingsSet implements Callable<Integer> {
    static final String SERVICE_KEY_ROTATION = "service-key-rotation";
    static final String PRIVATE_NAMES = "private-names";
    static final String REMEMBER_PATHS = "remember-paths";

    private final Shell shell;

    @Parameters(index = "0", paramLabel = "NAME", description = "service-key-rotation, private-names or remember-paths")
    private String name = "";

    @Parameters(index = "1", paramLabel = "VALUE", description = "As `vault settings list` shows it")
    private String value = "";

    VaultSettingsSet(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var request = request();
        return shell.inVault(vault -> {
            var settings = vault.client().call(request);
            shell.answer(settings, () -> VaultSettingsList.text(settings));
            return 0;
        });
    }

    private ChangeSettings.Request request() {
        return switch (name) {
            case SERVICE_KEY_ROTATION -> new ChangeSettings.Request(Optional.of(days()), Optional.empty());
            case PRIVATE_NAMES -> new ChangeSettings.Request(Optional.empty(), Optional.of(onOrOff()));
            case REMEMBER_PATHS ->
                new ChangeSettings.Request(Optional.empty(), Optional.empty(), Optional.of(onOrOff()));
            default ->
                throw new UsageException(
                        "There is no setting " + name + ".", "`keyhold vault settings list` names them.");
        };
    }

    private int days() {
        return ServiceKeyRotation.CHOICES.stream()
                .filter(days -> String.valueOf(days).equals(value))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "The services' own keys rotate every 1095 or 365 days.", "Give one of the two."));
    }

    private boolean onOrOff() {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new UsageException(name + " is on or off.", "Give one of the two.");
        };
    }
}
