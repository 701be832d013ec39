package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.export.Evidence;
import app.keyhold.export.KeptCheckpoint;
import app.keyhold.export.TimelineExport;
import app.keyhold.export.TimelineForm;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/// What leaves the audit screen as a file and comes back: exports, and checkpoints kept elsewhere.
final class AuditFiles {
    private static final Words WORDS = Words.of(AuditFiles.class);

    private final ScreenContext context;
    private final AuditModel model;

    AuditFiles(ScreenContext context, AuditModel model) {
        this.context = context;
        this.model = model;
    }

    void exportListed(Node owner, TimelineForm form) {
        TimelineExport listed = model.listedEvents();
        choose(owner, WORDS.get("export.listedTitle"), "keyhold-audit", form.title(), form.extension())
                .ifPresent(target -> write(out -> listed.write(form, out), target));
    }

    /// Needs no permission beyond the timeline's but the one to read checkpoints.
    void exportEvidence(Node owner) {
        choose(owner, WORDS.get("export.evidenceTitle"), "keyhold-evidence", WORDS.get("export.zip"), "zip")
                .ifPresent(target -> write(new Evidence(model.wholeChain())::write, target));
    }

    private void write(AuditExport.Content content, Path target) {
        context.background()
                .run(
                        () -> new AuditExport(content).write(target),
                        written -> said(WORDS.get("export.written", written, target.getFileName())),
                        context.notices()::failed);
    }

    /// Holds the chain against a checkpoint that was kept elsewhere.
    void compareWithCheckpoint(Node owner, ChainModel chain) {
        pick(owner, WORDS.get("compare.title"), WORDS.get("checkpoint.kind"), "json")
                .ifPresent(file -> compare(chain, () -> KeptCheckpoint.read(file), file));
    }

    /// The same against what a backup knows of it.
    void compareWithBackup(Node owner, ChainModel chain) {
        pick(owner, WORDS.get("compare.backupTitle"), WORDS.get("compare.backupKind"), "*")
                .ifPresent(file -> compare(chain, () -> KeptCheckpoint.ofBackup(file, context.vault().region()), file));
    }

    private void compare(ChainModel chain, Callable<Optional<KeptCheckpoint>> reading, Path file) {
        context.background()
                .run(
                        reading,
                        kept -> kept.filter(one -> one.isOf(context.vault()))
                                .ifPresentOrElse(
                                        chain::compare,
                                        () -> context.notices().problem(new Problem(
                                                WORDS.get("compare.other", file.getFileName()),
                                                WORDS.get("compare.otherNext")))),
                        context.notices()::failed);
    }

    private static Optional<Path> pick(Node owner, String title, String kind, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        return Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow())).map(File::toPath);
    }

    void saveCheckpoint(Node owner) {
        choose(owner, WORDS.get("checkpoint.title"), "keyhold-checkpoint", WORDS.get("checkpoint.kind"), "json")
                .ifPresent(target -> context.background()
                        .run(
                                () -> {
                                    CreateCheckpoint.Response made = context.client().call(new CreateCheckpoint.Request());
                                    CheckpointFile.write(target, made);
                                    return made.number();
                                },
                                number -> said(WORDS.get("checkpoint.saved", number)),
                                context.notices()::failed));
    }

    private void said(String text) {
        context.notices().toast(Tone.OK, text);
    }

    private static Optional<Path> choose(Node owner, String title, String name, String kind, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name + "." + extension);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        return Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow())).map(File::toPath);
    }
}
