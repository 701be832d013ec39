package app.keyhold.desktop.tour;

import app.keyhold.desktop.Shell;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;

/// What a person's hands do on the walk: press, type, choose. They find things by their ids, or by the words the bundle of
/// a package has for them, so that they find them in every language. FX thread only.
final class Hands {
    static final String SAMPLE_PASSPHRASE = "lantern quartz meadow violin";

    private final Shell shell;
    private final List<String> missed = new ArrayList<>();

    Hands(Shell shell) {
        this.shell = shell;
    }

    /// What was reached for and not there, or could not be pressed, since the last call.
    List<String> missed() {
        var now = List.copyOf(missed);
        missed.clear();
        return now;
    }

    void showTab(Class<?> of, String words) {
        String title = Words.of(of).get(words);
        Optional<TabPane> pane = find(".tab-pane", TabPane.class, _ -> true);
        Optional<Tab> wanted = pane.flatMap(tabs ->
                tabs.getTabs().stream().filter(tab -> title.equals(tab.getText())).findFirst());
        noteUnless(wanted.isPresent(), "tab " + title);
        wanted.ifPresent(tab -> pane.orElseThrow().getSelectionModel().select(tab));
    }

    void chooseInList(int index) {
        Optional<ListView<?>> list = find(".list-view", ListView.class, one -> index < one.getItems().size()).map(one -> one);
        noteUnless(list.isPresent(), "line " + index + " of a list");
        list.ifPresent(one -> one.getSelectionModel().select(index));
    }

    void chooseInList(String selector, int index) {
        reach(selector, ListView.class, one -> index < one.getItems().size())
                .ifPresent(one -> one.getSelectionModel().select(index));
    }

    void chooseInTable(int index) {
        Optional<TableView<?>> table = find(".table-view", TableView.class, one -> index < one.getItems().size()).map(one -> one);
        noteUnless(table.isPresent(), "row " + index + " of a table");
        table.ifPresent(one -> one.getSelectionModel().select(index));
    }

    void chooseCell(String selector, int row, int column) {
        reach(selector, TableView.class, table -> column < table.getColumns().size())
                .ifPresent(table -> focus(table, row, column));
    }

    private static <T> void focus(TableView<T> table, int row, int column) {
        table.getFocusModel().focus(row, table.getColumns().get(column));
    }

    void chooseOf(String selector, int index) {
        reach(selector, ComboBox.class, choices -> index < choices.getItems().size())
                .ifPresent(choices -> choices.getSelectionModel().select(index));
    }

    Frame frame() {
        return shell.frame().orElseThrow();
    }

    void write(String selector, String text) {
        reach(selector, TextInputControl.class, TextInputControl::isEditable).ifPresent(field -> field.setText(text));
    }

    void type(String selector) {
        type(selector, SAMPLE_PASSPHRASE);
    }

    void type(String selector, String passphrase) {
        reach(selector, SecretField.class, _ -> true)
                .ifPresent(field -> field.replaceText(0, field.getLength(), passphrase));
    }

    void command(Class<?> of, String words) {
        String name = Words.of(of).get(words);
        var command = frame().navigator().currentScreen().commands().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        noteUnless(command.isPresent(), "command " + name);
        command.ifPresent(one -> one.action().run());
    }

    void hover(Node under, List<Path> files) {
        frame().hover(under, files);
    }

    void closeOverlay() {
        frame().navigator().context().overlay().close();
    }

    void press(String selector) {
        reach(selector, ButtonBase.class, button -> !button.isDisabled()).ifPresent(ButtonBase::fire);
    }

    /// All there are, which may be none; one press may take away what another was to press.
    void pressAll(String selector) {
        for (var button = find(selector, ButtonBase.class, _ -> true); button.isPresent(); ) {
            button.orElseThrow().fire();
            button = find(selector, ButtonBase.class, _ -> true);
        }
    }

    /// The button that says this to a screen reader.
    void pressSpoken(Class<?> of, String words, Object... values) {
        String spoken = Words.of(of).get(words, values);
        Optional<ButtonBase> button = find(".button", ButtonBase.class, one -> spoken.equals(one.getAccessibleText()));
        noteUnless(button.isPresent(), "button " + spoken);
        button.ifPresent(ButtonBase::fire);
    }

    /// What is in view under that selector.
    Optional<Node> find(String selector) {
        return reach(selector, Node.class, _ -> true);
    }

    /// The row of a key in the list, if it is in view.
    Optional<Node> row(String alias) {
        Optional<Node> row = find(
                        ".table-row-cell",
                        TableRow.class,
                        one -> one.getItem() instanceof KeyRow key && key.aliases().contains(alias))
                .map(one -> one);
        noteUnless(row.isPresent(), "row of " + alias);
        return row;
    }

    private <T extends Node> Optional<T> reach(String selector, Class<T> kind, Predicate<T> ready) {
        Optional<T> found = find(selector, kind, ready);
        noteUnless(found.isPresent(), selector);
        return found;
    }

    private <T extends Node> Optional<T> find(String selector, Class<T> kind, Predicate<T> wanted) {
        return shell.root().lookupAll(selector).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(Hands::isInView)
                .filter(wanted)
                .findFirst();
    }

    private static boolean isInView(Node node) {
        return node.isVisible() && (node.getParent() == null || isInView(node.getParent()));
    }

    private void noteUnless(boolean found, String what) {
        if (!found) {
            missed.add(what);
        }
    }
}
