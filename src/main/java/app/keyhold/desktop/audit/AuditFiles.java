package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Tone;
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

    void export(Node owner, ExportFormat format) {
        choose(owner, "Export events", "keyhold-audit." + format.extension(), format).ifPresent(target -> context.background()
                .run(
                        () -> new AuditExport(context.client(), format).write(target, before -> model.page(before, AuditExport.pageSize())),
                        written -> said(Counts.events(written) + " written to " + target.getFileName()),
                        context.notices()::failed));
    }

    void saveCheckpoint(Node owner) {
        choose(owner, "Save checkpoint outside the vault", "keyhold-checkpoint.json", ExportFormat.CLOUD_TRAIL)
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

    private static Optional<Path> choose(Node owner, String title, String name, ExportFormat format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.title(), "*." + format.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow())).map(File::toPath);
    }
}
