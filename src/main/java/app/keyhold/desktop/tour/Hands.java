package app.keyhold.desktop.tour;

import app.keyhold.desktop.Shell;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/// What a person's hands do on the walk: press, type, choose. FX thread only.
final class Hands {
    static final String SAMPLE_PASSPHRASE = "lantern quartz meadow violin";

    private final Shell shell;

    Hands(Shell shell) {
        this.shell = shell;
    }

    void showTab(String title) {
        if (shell.root().lookup(".tab-pane") instanceof TabPane tabs) {
            tabs.getTabs().stream()
                    .filter(tab -> title.equals(tab.getText()))
                    .findFirst()
                    .ifPresent(tabs.getSelectionModel()::select);
        }
    }

    void chooseInList(int index) {
        for (Node node : shell.root().lookupAll(".list-view")) {
            if (node instanceof ListView<?> list) {
                list.getSelectionModel().select(index);
            }
        }
    }

    void chooseInTable(int index) {
        for (Node node : shell.root().lookupAll(".table-view")) {
            if (node instanceof TableView<?> table && table.isVisible()) {
                table.getSelectionModel().select(index);
            }
        }
    }

    void chooseCell(String selector, int row, int column) {
        if (find(selector) instanceof TableView<?> table && column < table.getColumns().size()) {
            focus(table, row, column);
        }
    }

    private static <T> void focus(TableView<T> table, int row, int column) {
        table.getFocusModel().focus(row, table.getColumns().get(column));
    }

    void writeLong(String selector, String text) {
        if (find(selector) instanceof TextArea area) {
            area.setText(text);
        }
    }

    void choose(String selector, int index) {
        if (find(selector) instanceof ComboBox<?> choices && index < choices.getItems().size()) {
            choices.getSelectionModel().select(index);
        }
    }

    void toggle(String text) {
        shell.root().lookupAll(".toggle-button").stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(button -> text.equals(button.getText()))
                .forEach(ToggleButton::fire);
    }

    Frame frame() {
        return shell.frame().orElseThrow();
    }

    void write(String selector, String text) {
        if (find(selector) instanceof TextInputControl field) {
            field.setText(text);
        }
    }

    void command(String name) {
        frame().navigator().currentScreen().commands().stream()
                .filter(command -> command.name().startsWith(name))
                .findFirst()
                .ifPresent(command -> command.action().run());
    }

    void closeOverlay() {
        frame().navigator().context().overlay().close();
    }

    void press(String selector) {
        if (find(selector) instanceof Button button) {
            button.fire();
        }
    }

    /// One press may take away what another was to press.
    void pressAll(String selector) {
        for (var button = find(selector); button != null; button = find(selector)) {
            press(selector);
        }
    }

    void type(String selector) {
        type(selector, SAMPLE_PASSPHRASE);
    }

    void type(String selector, String passphrase) {
        if (find(selector) instanceof SecretField field) {
            field.replaceText(0, field.getLength(), passphrase);
        }
    }

    Node find(String selector) {
        return shell.root().lookup(selector);
    }

    /// The row of a key in the list, if it is in view.
    Optional<Node> row(String alias) {
        return find(
                ".table-row-cell",
                node -> node instanceof TableRow<?> row
                        && row.getItem() instanceof KeyRow key
                        && key.aliases().contains(alias));
    }

    void choose(String selector) {
        if (find(selector) instanceof RadioButton button) {
            button.fire();
        }
    }

    /// The button that says this to a screen reader.
    void pressSpoken(String spoken) {
        find(".button", node -> spoken.equals(node.getAccessibleText()))
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .ifPresent(ButtonBase::fire);
    }

    Optional<Node> find(String selector, Predicate<Node> wanted) {
        return shell.root().lookupAll(selector).stream().filter(wanted).findFirst();
    }
}
