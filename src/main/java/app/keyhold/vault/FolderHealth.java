package app.keyhold.vault;

import app.keyhold.vault.header.HeaderFiles;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Remedy;
import app.keyhold.vault.operation.CheckVault.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The vault's files from outside: where they lie, who may read them, what should not be there.
public final class FolderHealth {
    private final Path folder;

    public FolderHealth(Path folder) {
        this.folder = folder;
    }

    /// @throws VaultException if the folder can't be looked at
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        FolderSafety.inspect(folder)
                .forEach(concern -> findings.add(new Finding(
                        Severity.WARNING, folder.toString(), concern.what(), concern.advice())));
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                if (OwnerOnly.isOpenToOthers(file)) {
                    findings.add(new Finding(
                            Severity.WARNING,
                            file.toString(),
                            "Others may look into it or change it.",
                            "chmod go-rwx " + file,
                            Remedy.PERMISSIONS));
                }
                if (isLeftover(file)) {
                    findings.add(new Finding(
                            Severity.NOTE,
                            file.toString(),
                            "It is left from work that was interrupted; it is encrypted and not needed.",
                            "Delete it while the vault is locked."));
                }
            }
        } catch (IOException failed) {
            throw DiskFailure.of("The vault's folder could not be looked at", failed);
        }
        if (!new HeaderFiles(folder).previousIsSound()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    "vault.json.previous",
                    "The kept previous header is damaged.",
                    "The next change of a passphrase or user writes it anew."));
        }
        return findings;
    }

    /// Takes what others may touch away from them.
    ///
    /// @return the files it was about
    public List<String> repair() {
        var repaired = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.toList()) {
                if (OwnerOnly.isOpenToOthers(file)) {
                    OwnerOnly.close(file);
                    repaired.add(file.toString());
                }
            }
        } catch (IOException failed) {
            throw DiskFailure.of("The permissions could not be changed", failed);
        }
        return repaired;
    }

    private static boolean isLeftover(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(".backup-") || name.endsWith(".part") || name.endsWith(".next");
    }
}
