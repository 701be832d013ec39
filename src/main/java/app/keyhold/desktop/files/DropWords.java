package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.files.Form;
import app.keyhold.files.Original;
import java.util.stream.Collectors;

/// What a drop would do, in words.
record DropWords(String verb, String detail) {
    static DropWords encrypt(Survey survey, SheetModel sheet, Formats formats) {
        return encrypt(survey, sheet, sheet.formProperty().get(), formats);
    }

    static DropWords encrypt(Survey survey, SheetModel sheet, Form form, Formats formats) {
        var group = survey.encrypt();
        boolean archive = group.isSeveral() && form == Form.ARCHIVE;
        String keys = sheet.recipients().stream().map(KeyChoice::name).collect(Collectors.joining(" and "));
        return new DropWords(
                "Encrypt " + formats.count(group.files(), "file", "files") + (archive ? " as one archive" : "")
                        + (keys.isEmpty() ? "" : " with " + keys),
                formats.bytes(group.bytes())
                        + (survey.counting() ? "… still counting" : "")
                        + (group.all().stream().anyMatch(Survey.Source::folder) ? " · folders keep their tree" : "")
                        + (sheet.originalProperty().get() == Original.BIN
                                ? " · originals go to the bin once verified"
                                : " · originals stay where they are"));
    }

    static DropWords decrypt(Survey survey, Formats formats) {
        var group = survey.decrypt();
        return new DropWords(
                "Decrypt " + formats.count(group.files(), "file", "files"),
                formats.bytes(group.bytes())
                        + (survey.counting() ? "… still counting" : "")
                        + " · the encrypted files stay where they are");
    }

    /// `Encrypt 14 files`, `Decrypt 2 files`, `Encrypt 14, decrypt 2 files`
    static String button(Survey survey, Form form, Formats formats) {
        long encrypt = survey.encrypt().files();
        long decrypt = survey.decrypt().files();
        if (survey.decrypt().isEmpty()) {
            boolean archive = survey.encrypt().isSeveral() && form == Form.ARCHIVE;
            return "Encrypt " + formats.count(encrypt, "file", "files") + (archive ? " as one archive" : "");
        }
        if (survey.encrypt().isEmpty()) {
            return "Decrypt " + formats.count(decrypt, "file", "files");
        }
        return "Encrypt " + formats.count(encrypt) + ", decrypt " + formats.count(decrypt, "file", "files");
    }
}
