package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.files.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Asks before a file is opened whose suite does not commit to its key, and names the risk.
final class UncommittedQuestion {
    private static final int NAMED = 3;
    private static final String RISK =
            "Whoever wrote such a file could have made it open as one thing here and as another thing elsewhere, under"
                    + " another key. Decrypt it only if you trust who wrote it. Encrypting it anew afterwards ends the doubt.";

    private UncommittedQuestion() {}

    /// @param others whether there is something to decrypt or encrypt besides
    /// @param leaveOut goes on without them
    /// @param open goes on with them
    static DialogBox of(
            List<Inspection> files, boolean others, Overlay overlay, Runnable leaveOut, Runnable open) {
        boolean one = files.size() == 1;
        var box = new DialogBox(
                one
                        ? "Open a file that does not commit to its key?"
                        : "Open " + files.size() + " files that do not commit to their key?",
                Texts.wrapped(names(files) + (one ? " was" : " were") + " written with an older suite.", "strong"),
                Texts.wrapped(RISK));
        box.cancel("Back", overlay::close);
        if (others) {
            box.cancel(one ? "Leave it out" : "Leave them out", () -> {
                        overlay.close();
                        leaveOut.run();
                    })
                    .setCancelButton(false);
        }
        box.primary("Decrypt all the same", () -> {
                    overlay.close();
                    open.run();
                }, "danger")
                .setId("open-uncommitted");
        return box;
    }

    private static String names(List<Inspection> files) {
        String first = files.stream()
                .limit(NAMED)
                .map(Inspection::file)
                .map(Path::getFileName)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        int more = files.size() - NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
