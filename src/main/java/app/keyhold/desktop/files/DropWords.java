package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.Form;
import app.keyhold.files.Original;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a drop would do, in words.
record DropWords(String verb, String detail) {
    private static final Words WORDS = Words.of(DropWords.class);
    static DropWords encrypt(Survey survey, SheetModel sheet, Formats formats) {
        return encrypt(survey, sheet, sheet.formProperty().get(), formats);
    }

    static DropWords encrypt(Survey survey, SheetModel sheet, Form form, Formats formats) {
        var group = survey.encrypt();
        boolean archive = group.isSeveral() && form == Form.ARCHIVE;
        String files = FileWords.files(group.files());
        String keys = names(sheet);
        String verb = keys.isEmpty()
                ? WORDS.get(archive ? "drop.encryptArchive" : "drop.encrypt", files)
                : WORDS.get(archive ? "drop.encryptArchiveWith" : "drop.encryptWith", files, keys);
        List<String> detail = new ArrayList<>();
        detail.add(size(group.bytes(), survey, formats));
        if (group.all().stream().anyMatch(Survey.Source::folder)) {
            detail.add(WORDS.get("drop.keepTree"));
        }
        detail.add(WORDS.get(sheet.originalProperty().get() == Original.BIN ? "drop.toBin" : "drop.stay"));
        return new DropWords(verb, String.join(" · ", detail));
    }

    private static String size(long bytes, Survey survey, Formats formats) {
        return survey.counting() ? WORDS.get("drop.counting", formats.bytes(bytes)) : formats.bytes(bytes);
    }

    static DropWords decrypt(Survey survey, Formats formats) {
        var group = survey.decrypt();
        return new DropWords(
                WORDS.get("drop.decrypt", FileWords.files(group.files())),
                size(group.bytes(), survey, formats) + " · " + WORDS.get("drop.encryptedStay"));
    }

    /// `Encrypt 14 files`, `Decrypt 2 files`, `Encrypt 14, decrypt 2 files`, `Put 2 files under payroll`
    static String button(Survey survey, SheetModel sheet) {
        String decrypted = FileWords.files(survey.decrypt().files());
        if (survey.decrypt().isEmpty()) {
            boolean archive = survey.encrypt().isSeveral() && sheet.formProperty().get() == Form.ARCHIVE;
            return WORDS.get(
                    archive ? "drop.encryptArchive" : "drop.encrypt", FileWords.files(survey.encrypt().files()));
        }
        if (survey.encrypt().isEmpty()) {
            return sheet.reencrypts(survey)
                    ? WORDS.get("drop.reencrypt", decrypted, names(sheet))
                    : WORDS.get("drop.decrypt", decrypted);
        }
        return WORDS.get(
                sheet.reencrypts(survey) ? "drop.encryptAndReencrypt" : "drop.both",
                survey.encrypt().files(),
                decrypted);
    }

    private static String names(SheetModel sheet) {
        return sheet.recipients().stream().map(KeyChoice::name).collect(Collectors.joining(WORDS.get("and")));
    }
}
