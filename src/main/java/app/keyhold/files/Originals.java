package app.keyhold.files;

import app.keyhold.files.FileException.Kind;
import app.keyhold.files.bin.Bin;
import app.keyhold.files.bin.NoBinException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Moves originals to the bin, once what was made of them is safe. What cannot be moved stays, and says why.
final class Originals {
    private final Bin bin;

    Originals(Bin bin) {
        this.bin = bin;
    }

    /// @param written the verified, synced and named result
    FileResult.Written settle(FileResult.Written written, Original original, SourceFile source) {
        if (original == Original.KEEP) {
            return written;
        }
        try {
            source.requireUnchanged();
        } catch (FileException changed) {
            return stay(
                    written,
                    List.of(source.path()),
                    Kind.SOURCE_CHANGED,
                    "it was changed after it had been read",
                    "Encrypt it again.");
        }
        source.close(); // Windows moves no open file
        return put(written, List.of(source.path()));
    }

    /// @param originals every one of which is in the result
    FileResult.Written put(FileResult.Written written, List<Path> originals) {
        var result = written;
        for (Path original : originals) {
            Optional<Problem> problem = problem(original);
            result = problem.isPresent() ? result.with(problem.get()) : result.binned(original);
        }
        return result;
    }

    private Optional<Problem> problem(Path original) {
        try {
            bin.put(original);
            return Optional.empty();
        } catch (NoBinException none) {
            return Optional.of(stays(original, Kind.REFUSED, String.valueOf(none.getMessage()), "Move it yourself."));
        } catch (IOException failure) {
            return Optional.of(stays(
                    original,
                    Kind.IO,
                    "it could not be moved to the bin (" + Failures.reason(failure) + ")",
                    "Move it yourself."));
        }
    }

    /// @param why continues a sentence
    FileResult.Written stay(FileResult.Written written, List<Path> originals, Kind kind, String why, String next) {
        var result = written;
        for (Path original : originals) {
            result = result.with(stays(original, kind, why, next));
        }
        return result;
    }

    private static Problem stays(Path original, Kind kind, String why, String next) {
        return new Problem(
                original, kind, Names.fileName(original) + " is encrypted and stays where it is: " + why + ". " + next);
    }
}
