package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.vault.RecoverySheet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The recovery sheet as the command line hands it over: to the terminal, or to a new file for the owner's eyes only.
final class SheetText {
    private static final int WORDS_A_LINE = 6;

    private SheetText() {}

    /// The words in the order they are typed.
    record Printed(
            String vaultId, String slotId, String user, LocalDate date, String auditKeyFingerprint, List<String> words) {}

    static void hand(Shell shell, RecoverySheet sheet, Optional<Path> file) {
        file.ifPresentOrElse(
                path -> {
                    Output.create(path, text(sheet) + "\n");
                    shell.note("The recovery sheet of " + sheet.user() + " is in " + path
                            + ". Print it, then remove the file; a copier's or printer's memory may keep it.");
                },
                () -> shell.answer(printed(sheet), () -> text(sheet)));
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

    private static String text(RecoverySheet sheet) {
        var text = new StringBuilder("Keyhold recovery sheet\n\n")
                .append(new Facts()
                        .add("Vault id", sheet.vaultId())
                        .add("User", sheet.user())
                        .add("Slot", sheet.slotId())
                        .add("Date", sheet.date())
                        .add("Audit key", sheet.auditKeyFingerprint()))
                .append("\n\n");
        List<String> words = sheet.wordList();
        for (int i = 0; i < words.size(); i++) {
            text.append(String.format("%2d %-10s", i + 1, words.get(i)));
            if ((i + 1) % WORDS_A_LINE == 0) {
                text.append('\n');
            }
        }
        return text.append("\nThese words open the vault like a passphrase, with one blank between each. "
                        + "Earlier sheets of this user stopped working.")
                .toString();
    }
}
