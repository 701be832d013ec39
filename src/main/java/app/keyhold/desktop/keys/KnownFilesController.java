package app.keyhold.desktop.keys;

import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.StateView;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryFiles.File;
import app.keyhold.kms.operation.screen.QueryFiles.Material;
import app.keyhold.kms.operation.screen.QueryFiles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/// What the key protects, as far as the vault remembers, and what of it is still on older material.
@SuppressWarnings("NullAway.Init")
final class KnownFilesController implements KeyTab {
    private static final Words WORDS = Words.of(KnownFilesController.class);

    private static final int MOST = 1_000;

    private final ScreenContext context;
    private final KeyModel model;
    private final String session = ScreenContext.screenSession(Place.KEYS);
    private final Parent root;
    private String shown = "";

    @FXML
    private Label count;

    @FXML
    private Button reencrypt;

    @FXML
    private TableView<File> table;

    @FXML
    private Label hint;

    KnownFilesController(ScreenContext context, KeyModel model) {
        this.context = context;
        this.model = model;
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        var formats = context.formats();
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().setAll(List.of(
                column(WORDS.get("files.file"), 220, KnownFilesController::name),
                fixed(column(WORDS.get("files.material"), 96, KnownFilesController::material)),
                fixed(column(WORDS.get("files.encrypted"), 112, file -> Texts.of(formats.date(file.encrypted()), "muted"))),
                fixed(column(WORDS.get("files.size"), 76, file -> Texts.of(formats.bytes(file.size()), "muted")))));
        Em.fit(table, Em.of(table), Em.LOW_ROW);
        reencrypt.setVisible(false);
    }

    static String title() {
        return WORDS.get("files.title");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(KeyView key) {
        shown = key.id();
        count.setText("");
        model.ask(
                new QueryFiles.Request(session, Optional.of(key.id()), Optional.empty(), Optional.empty(), MOST),
                answer -> show(key, answer),
                _ -> none(WORDS.get("files.notShown"), WORDS.get("files.mayNot")));
    }

    private void show(KeyView key, QueryFiles.Response answer) {
        if (!key.id().equals(shown)) {
            return;
        }
        table.getItems().setAll(answer.files());
        boolean some = !answer.files().isEmpty();
        count.setText(some ? key.knownFiles() : "");
        hint.setVisible(some);
        reencrypt.setVisible(!older().isEmpty());
        reencrypt.setText(WORDS.get("files.reencrypt", older().size()));
        if (!some) {
            none(WORDS.get("files.none"), WORDS.get("files.noneSentence"));
        }
    }

    private void none(String title, String sentence) {
        table.setPlaceholder(new StateView(Feather.FILE, title, sentence));
    }

    /// On older material, and known where.
    private List<Path> older() {
        return table.getItems().stream()
                .filter(file -> file.material() == Material.OLDER)
                .flatMap(file -> file.path().stream())
                .map(Path::of)
                .toList();
    }

    @FXML
    private void reencryptOlder() {
        List<Path> those = older();
        context.background()
                .run(
                        () -> those.stream()
                                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                                .toList(),
                        there -> {
                            if (there.isEmpty()) {
                                context.notices().toast(Tone.WARN, WORDS.get("files.nowhere"));
                            } else {
                                context.navigation().reencrypt(there);
                            }
                        },
                        context.notices()::failed);
    }

    private static Node name(File file) {
        var name = file.path()
                .map(path -> Texts.of(String.valueOf(Path.of(path).getFileName())))
                .orElseGet(() -> Texts.of(WORDS.get("files.message", file.messageId().substring(0, 8)), "mono", "muted"));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(file.path().orElseGet(() -> WORDS.get("files.noPlace", file.messageId()))));
        return name;
    }

    private static Node material(File file) {
        return switch (file.material()) {
            case CURRENT -> new StateBadge(Tone.OK, WORDS.get("files.current"));
            case OLDER -> new StateBadge(Tone.WARN, WORDS.get("files.older"));
            case GONE -> new StateBadge(Tone.BAD, WORDS.get("files.gone"));
        };
    }

    /// What is left belongs to the names.
    private static TableColumn<File, File> fixed(TableColumn<File, File> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
        return column;
    }

    private static TableColumn<File, File> column(String title, double width, Function<File, Node> node) {
        var column = new TableColumn<File, File>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(File file, boolean empty) {
                super.updateItem(file, empty);
                setGraphic(empty || file == null ? null : node.apply(file));
            }
        });
        return column;
    }
}
