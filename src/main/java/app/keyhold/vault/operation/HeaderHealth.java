package app.keyhold.vault.operation;

import app.keyhold.kms.View;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Severity;
import app.keyhold.vault.slot.Slot;
import java.util.ArrayList;
import java.util.List;

/// The keyslots: whom they let in, and what opens the vault if a passphrase is lost.
final class HeaderHealth {
    private HeaderHealth() {}

    static List<Finding> findings(Header header, View view) {
        var findings = new ArrayList<Finding>();
        if (header.slots().stream().noneMatch(Slot::isRecovery)) {
            findings.add(new Finding(
                    Severity.WARNING,
                    "recovery sheet",
                    "There is none: a lost passphrase loses the vault.",
                    "Make one: keyhold vault recovery-sheet"));
        }
        header.slots().stream()
                .filter(slot -> view.identity(
                                Users.principal(header.account(), slot.user()).arn())
                        .isEmpty())
                .forEach(slot -> findings.add(new Finding(
                        Severity.WARNING,
                        "keyslot " + slot.id(),
                        "It is of " + slot.user() + ", who is no user of this vault; it lets nobody in.",
                        "Remove it: keyhold user delete " + slot.user())));
        header.move()
                .ifPresent(move -> findings.add(new Finding(
                        Severity.NOTE,
                        "rekey",
                        "It has begun and ends when the vault locks.",
                        "Lock the vault everywhere, then unlock it again.")));
        return findings;
    }
}
