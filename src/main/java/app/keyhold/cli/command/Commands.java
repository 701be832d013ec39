package app.keyhold.cli.command;

import app.keyhold.cli.GlobalOptions;
import app.keyhold.cli.Shell;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The tree of commands.
public final class Commands {
    private Commands() {}

    @Command(
            name = "keyhold",
            description = "A key management service for one desk. Without a command, opens the desktop.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Exit codes: 0 done, 1 failed, 2 usage, 3 wrong passphrase, 4 damaged or tampered data, 5 vault in use,",
                "6 needs a newer Keyhold, 7 not enough memory, 8 no space or read-only, 9 refused for safety, 130 cancelled."
            })
    private static final class Root {
        @Mixin
        private final GlobalOptions options;

        @Option(names = "--version", versionHelp = true, description = "Print the version")
        private boolean version;

        @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Explain the command")
        private boolean help;

        Root(GlobalOptions options) {
            this.options = options;
        }
    }

    public static CommandLine tree(GlobalOptions options, Shell shell) {
        return new CommandLine(new Root(options))
                .addSubcommand(group("vault", "The vault itself: make, check, back up, passphrases")
                        .addSubcommand(new VaultCreate(shell))
                        .addSubcommand(new VaultInfo(shell))
                        .addSubcommand(new VaultCheck(shell))
                        .addSubcommand(new VaultBackup(shell))
                        .addSubcommand(new VaultBackups(shell))
                        .addSubcommand(new VaultRestore(shell))
                        .addSubcommand(new VaultPassphrase(shell))
                        .addSubcommand(new VaultRecoverySheet(shell))
                        .addSubcommand(new VaultRekey(shell))
                        .addSubcommand(group("settings", "What is settled for the whole vault")
                                .addSubcommand(new VaultSettingsList(shell))
                                .addSubcommand(new VaultSettingsSet(shell))))
                .addSubcommand(group("key", "The commonest operations on keys")
                        .addSubcommand(new KeyCreate(shell))
                        .addSubcommand(new KeyList(shell))
                        .addSubcommand(new KeyShow(shell))
                        .addSubcommand(new KeyEnable(shell))
                        .addSubcommand(new KeyDisable(shell))
                        .addSubcommand(new KeyRotate(shell))
                        .addSubcommand(new KeyReplicate(shell))
                        .addSubcommand(new KeySetPrimary(shell))
                        .addSubcommand(new KeyImport(shell))
                        .addSubcommand(new KeyDeleteMaterial(shell))
                        .addSubcommand(new KeyScheduleDeletion(shell))
                        .addSubcommand(new KeyCancelDeletion(shell)))
                .addSubcommand(new Call(shell))
                .addSubcommand(new Encrypt(shell))
                .addSubcommand(new Decrypt(shell))
                .addSubcommand(new Inspect(shell))
                .addSubcommand(new Reencrypt(shell))
                .addSubcommand(group("files", "Files that the vault remembers having encrypted")
                        .addSubcommand(new FilesList(shell))
                        .addSubcommand(new FilesForget(shell)))
                .addSubcommand(group("unfinished", "Work on files that a crash interrupted")
                        .addSubcommand(new UnfinishedList(shell))
                        .addSubcommand(new UnfinishedResume(shell))
                        .addSubcommand(new UnfinishedClean(shell)))
                .addSubcommand(group("audit", "The timeline and its chain")
                        .addSubcommand(new AuditList(shell))
                        .addSubcommand(new AuditVerify(shell))
                        .addSubcommand(new AuditExport(shell))
                        .addSubcommand(new AuditCheckpoint(shell)))
                .addSubcommand(group("rotation", "What rotates and what ends")
                        .addSubcommand(new RotationList(shell))
                        .addSubcommand(new RotationRun(shell)))
                .addSubcommand(new Cost(shell))
                .addSubcommand(group("user", "The people of the vault")
                        .addSubcommand(new UserCreate(shell))
                        .addSubcommand(new UserList(shell))
                        .addSubcommand(new UserDelete(shell)))
                .addSubcommand(group("role", "Permissions to take on for a while")
                        .addSubcommand(new RoleCreate(shell))
                        .addSubcommand(new RoleList(shell))
                        .addSubcommand(new RoleShow(shell))
                        .addSubcommand(new RoleRevokeSessions(shell))
                        .addSubcommand(new RoleDelete(shell)))
                .addSubcommand(group("policy", "Who may do what")
                        .addSubcommand(new PolicyPut(shell))
                        .addSubcommand(new PolicyShow(shell))
                        .addSubcommand(new PolicyDelete(shell))
                        .addSubcommand(new PolicySimulate(shell)))
                .addSubcommand(group("grant", "Permissions on one key beside its policy")
                        .addSubcommand(new GrantCreate(shell))
                        .addSubcommand(new GrantList(shell))
                        .addSubcommand(new GrantRetire(shell))
                        .addSubcommand(new GrantRevoke(shell)))
                .addSubcommand(group("token", "PKCS#11 tokens that custom key stores stand on")
                        .addSubcommand(new TokenAdd(shell))
                        .addSubcommand(new TokenList(shell))
                        .addSubcommand(new TokenRemove(shell)))
                .addSubcommand(group("region", "Regions: databases of the same vault on other disks")
                        .addSubcommand(new RegionAdd(shell))
                        .addSubcommand(new RegionList(shell))
                        .addSubcommand(new RegionRemove(shell))
                        .addSubcommand(new RegionPromote(shell))
                        .addSubcommand(new RegionSettle(shell)))
                .addSubcommand(new Desktop(shell))
                .addSubcommand(new Demo(shell))
                .addSubcommand(new Help())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static CommandLine group(String name, String description) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
        return new CommandLine(spec);
    }
}
