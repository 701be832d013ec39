package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.FileService;
import app.keyhold.files.Unfinished;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// What interrupted work left, in words.
final class LeftOver {
    private static final int NAMED = 3;

    private LeftOver() {}

    /// Says what was found before something new is begun.
    static void tell(Shell shell, FileService service) {
        List<Unfinished> found = service.unfinished();
        if (!found.isEmpty()) {
            found.forEach(left -> shell.note("Interrupted on " + shell.times().second(left.begun()) + ": " + sentence(left)));
            shell.note("`keyhold unfinished resume` goes on under fresh keys, `keyhold unfinished clean` removes what is half"
                    + " written.");
        }
    }

    /// `encrypting film.mov was not finished; half written: /x/film.mov.khd.part`.
    static String sentence(Unfinished left) {
        String verb = switch (left.order()) {
            case BatchOrder.Encrypt _ -> "encrypting ";
            case BatchOrder.Decrypt _ -> "decrypting ";
            case BatchOrder.Reencrypt _ -> "re-encrypting ";
        };
        String parts = left.parts().isEmpty()
                ? ""
                : "; half written: " + left.parts().stream().map(Path::toString).collect(Collectors.joining(", "));
        return verb + names(left.sourcesLeft()) + " was not finished" + parts;
    }

    private static String names(List<Path> sources) {
        if (sources.isEmpty()) {
            return "the last file";
        }
        String first = sources.stream().limit(NAMED).map(Path::toString).collect(Collectors.joining(", "));
        int more = sources.size() - NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
