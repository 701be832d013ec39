package app.keyhold.desktop.keys.material;

import app.keyhold.crypto.MaterialEncoding;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsException;

/// Why material did not come in, and what to do.
final class ImportWords {
    private static final Words WORDS = Words.of(ImportWords.class);

    private ImportWords() {}

    static Problem unreadable(String file, MaterialEncoding.Fault fault) {
        return switch (fault) {
            case EMPTY, TOO_LARGE -> new Problem(WORDS.get("import.badSize", file), WORDS.get("import.otherFile"));
            case NO_PKCS8 -> new Problem(WORDS.get("import.noPkcs8", file), WORDS.get("import.toPkcs8"));
            case NO_BASE64 -> new Problem(WORDS.get("import.noBase64", file), WORDS.get("import.exportAnew"));
        };
    }

    static Problem wrongLength(int found, int wanted) {
        return new Problem(WORDS.get("import.wrongLength", found, wanted), WORDS.get("import.otherFile"));
    }

    /// The service says little here, so that nobody learns of a wrong padding; a person needs the next step.
    static Problem refused(Throwable why) {
        if (!(why instanceof KmsException refusal)) {
            return Problem.of(why);
        }
        return switch (refusal.fault()) {
            case InvalidCiphertextException -> new Problem(Problem.of(why).what(), WORDS.get("import.wrapAgain"));
            case InvalidImportTokenException, ExpiredImportTokenException -> new Problem(Problem.of(why).what(), WORDS.get("import.newParameters"));
            case IncorrectKeyMaterialException -> new Problem(Problem.of(why).what(), WORDS.get("import.sameMaterial"));
            default -> Problem.of(why);
        };
    }
}
