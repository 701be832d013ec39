package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.SheetText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;

/// The 24 words: to be written down, printed or saved, and proven by two of them. They can't be copied.
final class RecoveryPage implements Page {
    private static final Words WORDS = Words.of(RecoveryPage.class);

    static final int FIRST_ASKED = 7;
    static final int SECOND_ASKED = 19;
    private static final int ROWS = 6;
    private static final int COLUMNS = 4;

    private final FirstRunModel model;
    private final FirstRunWays ways;
    private final GridPane words = new GridPane();
    private final TextField seventh = new TextField();
    private final TextField nineteenth = new TextField();
    private final TextField waiver = new TextField();
    private final Banner outcome = new Banner();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty();
    private final VBox root;

    RecoveryPage(FirstRunModel model, FirstRunWays ways) {
        this.model = model;
        this.ways = ways;
        words.getStyleClass().add("words");
        words.setId("words");
        for (int column = 0; column < COLUMNS; column++) {
            var quarter = new ColumnConstraints();
            quarter.setPercentWidth(100.0 / COLUMNS);
            words.getColumnConstraints().add(quarter);
        }
        seventh.setId("word-7");
        nineteenth.setId("word-19");
        waiver.setId("waiver");
        var print = new Button(WORDS.get("print"), Icons.of(Feather.PRINTER));
        print.setOnAction(_ -> model.sheetProperty().get().ifPresent(this::print));
        var save = new Button(WORDS.get("save"), Icons.of(Feather.SAVE));
        save.setOnAction(_ -> model.sheetProperty().get().ifPresent(this::save));
        root = new VBox(
                16,
                Texts.of(WORDS.get("recovery.title"), "h1"),
                Texts.wrapped(WORDS.get("recovery.text"), "muted"),
                words,
                new HBox(
                        8,
                        print,
                        save),
                Texts.wrapped(WORDS.get("recovery.caution"), "caption"),
                outcome,
                new HBox(
                        16,
                        grow(PlacePage.field(WORDS.get("recovery.word7"), seventh, new VBox(4, seventh, verdict(FIRST_ASKED, seventh)))),
                        grow(PlacePage.field(
                                WORDS.get("recovery.word19"), nineteenth, new VBox(4, nineteenth, verdict(SECOND_ASKED, nineteenth))))),
                skip());
        seventh.textProperty().subscribe(_ -> check());
        nineteenth.textProperty().subscribe(_ -> check());
        waiver.textProperty().subscribe(_ -> check());
        model.sheetProperty().subscribe(sheet -> sheet.ifPresentOrElse(written -> show(written.wordList()), this::clear));
    }

    private Label verdict(int number, TextField typed) {
        var verdict = Texts.of("", "caption");
        typed.textProperty().subscribe(text -> verdict.setText(
                text.isBlank() ? "" : WORDS.get(model.isWord(number, text) ? "recovery.right" : "recovery.notYet")));
        return verdict;
    }

    private static Node grow(VBox field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private VBox skip() {
        var field = PlacePage.field(WORDS.get("recovery.waiver", FirstRunModel.waiver()), waiver, waiver);
        field.setVisible(false);
        field.setManaged(false);
        var link = new Hyperlink(WORDS.get("recovery.skip"));
        link.setId("skip");
        link.setOnAction(_ -> {
            link.setVisited(false);
            field.setVisible(!field.isVisible());
            field.setManaged(field.isVisible());
        });
        return new VBox(8, link, field);
    }

    private void show(List<String> list) {
        words.getChildren().clear();
        for (int i = 0; i < list.size(); i++) {
            var number = Texts.of(String.valueOf(i + 1), "muted", "mono", "word-number");
            Label word = Texts.of(list.get(i), "mono", "word");
            var cell = new HBox(8, number, word);
            cell.setAccessibleText(WORDS.get("recovery.spoken", i + 1, list.get(i)));
            words.add(cell, i / ROWS, i % ROWS);
        }
    }

    private void check() {
        ready.set(isProven() || FirstRunModel.waiver().equalsIgnoreCase(waiver.getText().strip()));
    }

    private boolean isProven() {
        return model.isWord(FIRST_ASKED, seventh.getText()) && model.isWord(SECOND_ASKED, nineteenth.getText());
    }

    private String text(RecoverySheet sheet) {
        return SheetText.of(sheet, model.folderProperty().get()) + "\n";
    }

    private void print(RecoverySheet sheet) {
        var job = PrinterJob.createPrinterJob();
        if (job == null) {
            outcome.show(Tone.WARN, WORDS.get("print.none"));
        } else if (job.showPrintDialog(root.getScene().getWindow())) {
            var page = new Text(text(sheet));
            page.setStyle("-fx-font-family: 'JetBrains Mono'; -fx-font-size: 9px;");
            if (job.printPage(page) && job.endJob()) {
                outcome.show(Tone.OK, WORDS.get("print.sent", job.getPrinter().getName()));
            } else {
                outcome.show(Tone.BAD, WORDS.get("print.refused"));
            }
        }
    }

    private void save(RecoverySheet sheet) {
        ways.chooseFile("keyhold-recovery-" + sheet.date() + ".txt").ifPresent(file -> save(sheet, file));
    }

    private void save(RecoverySheet sheet, Path file) {
        try {
            SheetFile.save(text(sheet), file);
            outcome.show(Tone.OK, WORDS.get("saved", file));
        } catch (IOException e) {
            model.report(e);
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableBooleanValue ready() {
        return ready;
    }

    private void clear() {
        words.getChildren().clear();
        seventh.clear();
        nineteenth.clear();
    }

    @Override
    public void proceed() {
        if (isProven()) {
            model.confirmSheet();
        } else {
            model.forgetSheet();
            model.next();
        }
    }

    @Override
    public void onShow() {
        seventh.requestFocus();
    }
}
