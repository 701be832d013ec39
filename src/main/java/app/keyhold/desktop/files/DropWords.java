package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import java.util.Optional;

/// What a drop would do, in words.
record DropWords(String verb, String detail) {
    static DropWords encrypt(Survey survey, Optional<KeyChoice> key, Formats formats) {
        var group = survey.encrypt();
        String with = key.map(choice -> " with " + choice.name()).orElse("");
        return new DropWords(
                "Encrypt " + formats.count(group.files(), "file", "files") + with,
                formats.bytes(group.bytes())
                        + (survey.counting() ? "… still counting" : "")
                        + (group.files() > group.sources().size() ? " · folders keep their tree" : "")
                        + " · originals stay where they are");
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
    static String button(Survey survey, Formats formats) {
        long encrypt = survey.encrypt().files();
        long decrypt = survey.decrypt().files();
        if (survey.decrypt().isEmpty()) {
            return "Encrypt " + formats.count(encrypt, "file", "files");
        }
        if (survey.encrypt().isEmpty()) {
            return "Decrypt " + formats.count(decrypt, "file", "files");
        }
        return "Encrypt " + formats.count(encrypt) + ", decrypt " + formats.count(decrypt, "file", "files");
    }
}
