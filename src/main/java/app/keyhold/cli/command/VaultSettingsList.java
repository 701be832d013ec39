package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.ListSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "What is settled for the whole vault and everybody in it")
final class VaultSettingsList implements Callable<Integer> {
    private final Shell shell;

    VaultSettingsList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var settings = vault.client().call(new ListSettings.Request());
            shell.answer(settings, () -> text(settings));
            return 0;
        });
    }

    static String text(ListSettings.Response settings) {
        return new Facts()
                .add(VaultSettingsSet.SERVICE_KEY_ROTATION, settings.serviceKeyRotationDays() + " days")
                .add(VaultSettingsSet.PRIVATE_NAMES, settings.privateNames() ? "on" : "off")
                .add(VaultSettingsSet.REMEMBER_PATHS, settings.rememberPaths() ? "on" : "off")
                .toString();
    }
}
