package app.keyhold.desktop.files;

import app.keyhold.files.BatchOrder;
import app.keyhold.files.Destination;
import app.keyhold.files.Form;
import app.keyhold.files.Sealing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the sheet says, as orders. Few things handed over have a row, a pause and a cancel each; many share one.
final class SheetOrders {
    private static final int ROWS = 8;

    private final SheetModel sheet;
    private final boolean allowUncommitted;

    /// @param allowUncommitted whether what does not commit to its key is opened all the same
    SheetOrders(SheetModel sheet, boolean allowUncommitted) {
        this.sheet = sheet;
        this.allowUncommitted = allowUncommitted;
    }

    List<BatchOrder> of(Survey survey) {
        var orders = new ArrayList<BatchOrder>();
        if (!survey.encrypt().isEmpty()) {
            boolean archive = survey.encrypt().isSeveral() && sheet.formProperty().get() == Form.ARCHIVE;
            var each = archive ? List.of(survey.encrypt().sources()) : rows(survey.encrypt().all());
            each.forEach(sources -> orders.add(encrypt(sources, archive ? Form.ARCHIVE : Form.EACH)));
        }
        if (sheet.reencrypts(survey)) {
            rows(survey.decrypt().all()).forEach(sources -> orders.add(reencrypt(sources)));
            return List.copyOf(orders);
        }
        var archives = survey.decrypt().all().stream().filter(this::isExtracted).toList();
        var others = survey.decrypt().all().stream().filter(source -> !isExtracted(source)).toList();
        rows(archives).forEach(sources -> orders.add(decrypt(sources).extracting(true)));
        rows(others).forEach(sources -> orders.add(decrypt(sources)));
        return List.copyOf(orders);
    }

    private boolean isExtracted(Survey.Source source) {
        return source.isArchive() && sheet.extractProperty().get();
    }

    private static List<List<Path>> rows(List<Survey.Source> sources) {
        List<Path> paths = sources.stream().map(Survey.Source::path).toList();
        if (paths.size() > ROWS) {
            return List.of(paths);
        }
        return paths.stream().map(List::of).toList();
    }

    private BatchOrder encrypt(List<Path> sources, Form form) {
        var sealing = Sealing.under(recipients())
                .withContext(ContextEntry.context(sheet.context()));
        return new BatchOrder.Encrypt(sources, where(), sealing, sheet.collisionProperty().get(), true, true)
                .as(form)
                .hidingNames(sheet.hideNamesProperty().get())
                .originals(sheet.originalProperty().get());
    }

    private BatchOrder.Decrypt decrypt(List<Path> sources) {
        return new BatchOrder.Decrypt(sources, where(), sheet.collisionProperty().get(), true)
                .allowingUncommitted(allowUncommitted);
    }

    /// Each file takes its own place, once the new one was read back.
    private BatchOrder reencrypt(List<Path> sources) {
        return new BatchOrder.Reencrypt(sources, recipients(), false, Optional.empty(), true)
                .allowingUncommitted(allowUncommitted);
    }

    private List<String> recipients() {
        return sheet.recipients().stream().map(KeyChoice::arn).toList();
    }

    private Destination where() {
        return sheet.folderProperty().get().map(Destination::folder).orElseGet(Destination::beside);
    }
}
