package app.keyhold.vault.operation;

import app.keyhold.kms.View;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Remedy;
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
                    "Make one: keyhold vault recovery-sheet",
                    Remedy.RECOVERY_SHEET));
        }
        List<String> names = Users.names(view);
        header.slots().stream()
                .filter(slot -> slot.isRecovery() && slot.tested().isEmpty())
                .forEach(slot -> findings.add(untested(slot.shownAs(names))));
        header.slots().stream()
                .filter(slot -> names.stream().noneMatch(slot::isFor))
                .forEach(slot -> findings.add(orphan(slot)));
        header.move()
                .ifPresent(move -> findings.add(new Finding(
                        Severity.NOTE,
                        "rekey",
                        "It has begun and ends when the vault locks.",
                        "Lock the vault everywhere, then unlock it again.")));
        return findings;
    }

    private static Finding untested(Slot slot) {
        return new Finding(
                Severity.NOTE,
                "recovery sheet of " + (slot.hidesName() ? "somebody" : slot.user()),
                "Nobody has typed its words in yet: a slip of the pen would come out when it is too late.",
                "Test it: keyhold vault recovery-sheet --test",
                Remedy.TEST_RECOVERY_SHEET);
    }

    private static Finding orphan(Slot slot) {
        String whose = slot.hidesName() ? "somebody" : slot.user();
        return new Finding(
                Severity.WARNING,
                "keyslot " + slot.id(),
                "It is of " + whose + ", who is no user of this vault; it lets nobody in.",
                (slot.hidesName() ? "Remove it by their name: keyhold user delete NAME" : "Remove it: keyhold user delete " + slot.user()));
    }
}
