package app.keyhold.desktop.files;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.files.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Asks before a file is opened whose suite does not commit to its key, and names the risk.
final class UncommittedQuestion {
    private static final Words WORDS = Words.of(UncommittedQuestion.class);
    private static final int NAMED = 3;

    private UncommittedQuestion() {}

    /// @param others whether there is something to decrypt or encrypt besides
    /// @param leaveOut goes on without them
    /// @param open goes on with them
    static DialogBox of(
            List<Inspection> files, boolean others, Overlay overlay, Runnable leaveOut, Runnable open) {
        var box = new DialogBox(
                WORDS.get("uncommitted.title", files.size()),
                Texts.wrapped(WORDS.get("uncommitted.which", files.size(), names(files)), "strong"),
                Texts.wrapped(WORDS.get("uncommitted.risk")));
        box.cancel(WORDS.get("uncommitted.back"), overlay::close).setId("back-from-uncommitted");
        if (others) {
            var leave = box.cancel(WORDS.get("uncommitted.leaveOut", files.size()), () -> {
                overlay.close();
                leaveOut.run();
            });
            leave.setCancelButton(false);
            leave.setId("leave-uncommitted");
        }
        box.primary(WORDS.get("uncommitted.decrypt"), () -> {
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
        return more > 0 ? WORDS.get("names.more", first, more) : first;
    }
}
