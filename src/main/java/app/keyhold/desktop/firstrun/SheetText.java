package app.keyhold.desktop.firstrun;

import app.keyhold.vault.RecoverySheet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// A recovery sheet as a page of text.
final class SheetText {
    private static final int COLUMNS = 4;

    private SheetText() {}

    static String of(RecoverySheet sheet, String vaultName) {
        return """
                KEYHOLD RECOVERY SHEET

                Vault              %s
                Vault id           %s
                Keyslot            %s (%s)
                Date               %s
                Audit fingerprint  %s

                These 24 words open the vault without its passphrase. Keep this sheet like cash,
                away from the computer. A newer sheet makes this one void.

                %s
                To use it: type the words in order where Keyhold asks for the passphrase.
                """
                .formatted(
                        vaultName,
                        sheet.vaultId(),
                        sheet.slotId(),
                        sheet.user(),
                        sheet.date(),
                        sheet.auditKeyFingerprint(),
                        table(sheet.wordList()));
    }

    private static String table(List<String> words) {
        var table = new StringBuilder();
        int rows = words.size() / COLUMNS;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int index = column * rows + row;
                table.append("%2d %-16s".formatted(index + 1, words.get(index)));
            }
            table.append(System.lineSeparator());
        }
        return table.toString();
    }

    /// Readable by its owner alone from the first byte on, where the file system knows owners.
    static void save(String text, Path file) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.write(
                file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }
}
