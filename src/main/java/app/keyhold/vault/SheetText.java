package app.keyhold.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A recovery sheet as a page of text, no wider than 76 columns: the same wherever it is shown, printed or saved. Text can't
/// be wiped, so keep it no longer than that.
public final class SheetText {
    private static final int COLUMNS = 4;

    private SheetText() {}

    /// Without a line end behind the last line.
    ///
    /// @param vault the vault's folder
    public static String of(RecoverySheet sheet, Path vault) {
        return """
                KEYHOLD RECOVERY SHEET

                Vault              %s
                Vault id           %s
                User               %s
                Keyslot            %s
                Date               %s
                Audit fingerprint  %s

                These 24 words open the vault without its passphrase. Keep this sheet like cash,
                away from the computer. Earlier sheets of this user have stopped working.

                %s

                To use it, type the words in their order, with one blank between each, where
                Keyhold asks for the passphrase."""
                .formatted(
                        Vaults.nameOf(vault),
                        sheet.vaultId(),
                        sheet.user(),
                        sheet.slotId(),
                        sheet.date(),
                        inLines(sheet.auditKeyFingerprint()),
                        table(sheet.wordList()));
    }

    /// 64 digits go over the edge of what is printed beside their name.
    private static String inLines(String fingerprint) {
        int half = fingerprint.length() / 2;
        return fingerprint.substring(0, half) + "\n" + " ".repeat(19) + fingerprint.substring(half);
    }

    /// Down the columns, as the words are numbered on the screen.
    private static String table(List<String> words) {
        int rows = Math.ceilDiv(words.size(), COLUMNS);
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.iterate(row, at -> at < words.size(), at -> at + rows)
                        .mapToObj(at -> "%2d %-16s".formatted(at + 1, words.get(at)))
                        .collect(Collectors.joining())
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
