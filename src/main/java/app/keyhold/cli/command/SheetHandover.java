package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.SheetText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Hands a recovery sheet over: to the terminal, or to a new file for the owner's eyes only.
final class SheetHandover {
    private SheetHandover() {}

    /// The words in the order they are typed.
    record Printed(
            String vaultId, String slotId, String user, LocalDate date, String auditKeyFingerprint, List<String> words) {}

    static void hand(Shell shell, RecoverySheet sheet, Optional<Path> file) {
        file.ifPresentOrElse(
                path -> {
                    Output.create(path, text(shell, sheet) + "\n");
                    shell.note("The recovery sheet of " + sheet.user() + " is in " + path
                            + ". Print it, then remove the file; a copier's or printer's memory may keep it.");
                },
                () -> shell.answer(printed(sheet), () -> text(shell, sheet)));
    }

    private static String text(Shell shell, RecoverySheet sheet) {
        return SheetText.of(sheet, shell.vaultFolder());
    }

    private static Printed printed(RecoverySheet sheet) {
        return new Printed(
                sheet.vaultId(),
                sheet.slotId(),
                sheet.user(),
                sheet.date(),
                sheet.auditKeyFingerprint(),
                sheet.wordList());
    }
}
