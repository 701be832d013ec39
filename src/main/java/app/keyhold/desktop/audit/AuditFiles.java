package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Tone;
import app.keyhold.export.TimelineExport;
import app.keyhold.export.TimelineForm;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/// What leaves the audit screen as a file: exports of what is listed, and checkpoints to keep elsewhere.
final class AuditFiles {
    private final ScreenContext context;
    private final AuditModel model;

    AuditFiles(ScreenContext context, AuditModel model) {
        this.context = context;
        this.model = model;
    }

    void exportListed(Node owner, TimelineForm form) {
        choose(owner, "Export the listed events", "keyhold-audit", form).ifPresent(target -> write(model.listedEvents(), form, target));
    }

    /// Needs no permission beyond the timeline's but the one to read checkpoints.
    void exportChain(Node owner) {
        choose(owner, "Export the whole chain", "keyhold-chain", TimelineForm.JSONL)
                .ifPresent(target -> write(model.wholeChain(), TimelineForm.JSONL, target));
    }

    private void write(TimelineExport events, TimelineForm form, Path target) {
        context.background()
                .run(
                        () -> new AuditExport(events, form).write(target),
                        written -> said(Counts.events(written) + " written to " + target.getFileName()),
                        context.notices()::failed);
    }

    void saveCheckpoint(Node owner) {
        choose(owner, "Save checkpoint outside the vault", "keyhold-checkpoint", "Checkpoint", "json")
                .ifPresent(target -> context.background()
                        .run(
                                () -> {
                                    CreateCheckpoint.Response made = context.client().call(new CreateCheckpoint.Request());
                                    CheckpointFile.write(target, made);
                                    return made.number();
                                },
                                number -> said("Checkpoint at #" + Counts.grouped(number) + " saved. Keep it on another disk."),
                                context.notices()::failed));
    }

    private void said(String text) {
        context.notices().toast(Tone.OK, text);
    }

    private static Optional<Path> choose(Node owner, String title, String name, TimelineForm form) {
        return choose(owner, title, name, form.title(), form.extension());
    }

    private static Optional<Path> choose(Node owner, String title, String name, String kind, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name + "." + extension);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow())).map(File::toPath);
    }
}
