package app.keyhold.cli.command;

import app.keyhold.cli.GlobalOptions;
import app.keyhold.cli.Shell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// The tree of commands.
public final class Commands {
    private Commands() {}

    /// The commands that `words` can mean: building one takes a millisecond or two of reflection, and there are some
    /// seventy. All of them where help is wanted or no word names one, so that the explanation is whole.
    public static CommandLine tree(GlobalOptions options, Shell shell, List<String> words) {
        var branches = branches(shell);
        var named = named(words, branches.keySet());
        var root = new CommandLine(root(options));
        branches.forEach((name, branch) -> {
            if (named.contains(name)) {
                root.addSubcommand(name, branch.get());
            }
        });
        // A file named @letter is a file, and not a list of words to read from `letter`.
        return root.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
    }

    private static CommandSpec root(GlobalOptions options) {
        var root = CommandSpec.create().name("keyhold");
        root.usageMessage()
                .description("A key management service for one desk. Without a command, opens the desktop.")
                .synopsisSubcommandLabel("COMMAND")
                .footer(
                        "",
                        "Exit codes: 0 done, 1 failed, 2 usage, 3 wrong passphrase, 4 damaged or tampered data, 5 vault in use,",
                        "6 needs a newer Keyhold, 7 not enough memory, 8 no space or read-only, 9 refused for safety, 130 cancelled.");
        options.addTo(root);
        return root.addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .type(boolean.class)
                        .description("Print the version")
                        .build())
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .scopeType(ScopeType.INHERIT)
                        .description("Explain the command")
                        .build());
    }

    private static Set<String> named(List<String> words, Set<String> names) {
        var help = Set.of("-h", "--help", "help");
        var first = words.stream().filter(word -> names.contains(word) || help.contains(word)).findFirst();
        return first.isEmpty() || help.contains(first.get()) ? names : Set.copyOf(words);
    }

    private static Map<String, Supplier<Object>> branches(Shell shell) {
        var branches = new LinkedHashMap<String, Supplier<Object>>();
        branches.put("vault", () -> group("The vault itself: make, check, back up, passphrases")
                .addSubcommand(new VaultCreate(shell))
                .addSubcommand(new VaultInfo(shell))
                .addSubcommand(new VaultCheck(shell))
                .addSubcommand(new VaultBackup(shell))
                .addSubcommand(new VaultBackups(shell))
                .addSubcommand(new VaultRestore(shell))
                .addSubcommand(new VaultPassphrase(shell))
                .addSubcommand(new VaultRecoverySheet(shell))
                .addSubcommand(new VaultRekey(shell))
                .addSubcommand("settings", group("What is settled for the whole vault")
                        .addSubcommand(new VaultSettingsList(shell))
                        .addSubcommand(new VaultSettingsSet(shell))));
        branches.put("key", () -> group("The commonest operations on keys")
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
                .addSubcommand(new KeyCancelDeletion(shell)));
        branches.put("call", () -> new Call(shell));
        branches.put("encrypt", () -> Encrypt.command(shell));
        branches.put("decrypt", () -> Decrypt.command(shell));
        branches.put("inspect", () -> new Inspect(shell));
        branches.put("reencrypt", () -> Reencrypt.command(shell));
        branches.put("files", () -> group("Files that the vault remembers having encrypted")
                .addSubcommand(new FilesList(shell))
                .addSubcommand(new FilesForget(shell)));
        branches.put("unfinished", () -> group("Work on files that a crash interrupted")
                .addSubcommand(new UnfinishedList(shell))
                .addSubcommand(new UnfinishedResume(shell))
                .addSubcommand(new UnfinishedClean(shell)));
        branches.put("audit", () -> group("The timeline and its chain")
                .addSubcommand(new AuditList(shell))
                .addSubcommand(new AuditVerify(shell))
                .addSubcommand(new AuditExport(shell))
                .addSubcommand(new AuditCheckpoint(shell)));
        branches.put("rotation", () -> group("What rotates and what ends")
                .addSubcommand(new RotationList(shell))
                .addSubcommand(new RotationRun(shell)));
        branches.put("cost", () -> new Cost(shell));
        branches.put("user", () -> group("The people of the vault")
                .addSubcommand(new UserCreate(shell))
                .addSubcommand(new UserList(shell))
                .addSubcommand(new UserDelete(shell))
                .addSubcommand("access-key", group("What programs will sign with once there is an endpoint")
                        .addSubcommand(new AccessKeyCreate(shell))
                        .addSubcommand(new AccessKeyList(shell))
                        .addSubcommand(new AccessKeyDisable(shell))
                        .addSubcommand(new AccessKeyEnable(shell))
                        .addSubcommand(new AccessKeyDelete(shell))));
        branches.put("role", () -> group("Permissions to take on for a while")
                .addSubcommand(new RoleCreate(shell))
                .addSubcommand(new RoleList(shell))
                .addSubcommand(new RoleShow(shell))
                .addSubcommand(new RoleRevokeSessions(shell))
                .addSubcommand(new RoleDelete(shell)));
        branches.put("policy", () -> group("Who may do what")
                .addSubcommand(new PolicyPut(shell))
                .addSubcommand(new PolicyShow(shell))
                .addSubcommand(new PolicyDelete(shell))
                .addSubcommand(new PolicySimulate(shell)));
        branches.put("grant", () -> group("Permissions on one key beside its policy")
                .addSubcommand(new GrantCreate(shell))
                .addSubcommand(new GrantList(shell))
                .addSubcommand(new GrantRetire(shell))
                .addSubcommand(new GrantRevoke(shell)));
        branches.put("token", () -> group("PKCS#11 tokens that custom key stores stand on")
                .addSubcommand(new TokenAdd(shell))
                .addSubcommand(new TokenList(shell))
                .addSubcommand(new TokenRemove(shell)));
        branches.put("region", () -> group("Regions: databases of the same vault on other disks")
                .addSubcommand(new RegionAdd(shell))
                .addSubcommand(new RegionList(shell))
                .addSubcommand(new RegionRemove(shell))
                .addSubcommand(new RegionPromote(shell))
                .addSubcommand(new RegionSettle(shell)));
        branches.put("desktop", () -> Desktop.command(shell));
        branches.put("demo", () -> new Demo(shell));
        branches.put("help", Help::new);
        return branches;
    }

    private static CommandLine group(String description) {
        var spec = CommandSpec.create();
        spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
        return new CommandLine(spec);
    }
}
