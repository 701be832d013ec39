package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;

/// The columns of the key list: five to begin with, the rest by choice.
final class KeyColumns {
    private static final Words WORDS = Words.of(KeyColumns.class);

    private static final String ALIAS = "alias";
    private static final double NAMES = 136;

    private final Moments moments;

    KeyColumns(Moments moments) {
        this.moments = moments;
    }

    List<TableColumn<KeyRow, ?>> all() {
        return List.of(
                first(column("alias", WORDS.get("column.alias"), 144, KeyColumns::alias, Comparator.comparing(KeyColumns::name))),
                text("spec", WORDS.get("column.spec"), 106, row -> KeyWords.spec(row.spec())),
                column("state", WORDS.get("column.state"), 146, this::state, Comparator.comparing(row -> label(row).word())),
                column("next", WORDS.get("column.next"), 98, this::next, Comparator.comparing(row -> row.nextRotation().orElse(Instant.MAX))),
                column("used", WORDS.get("column.used"), 93, () -> text(this::lastUsed, "muted"), Comparator.comparing(row -> row.lastUsed().orElse(Instant.MIN))),
                hidden(text("id", WORDS.get("column.id"), 280, KeyRow::keyId)),
                hidden(text("usage", WORDS.get("column.usage"), 140, row -> KeyWords.usage(row.usage()))),
                hidden(text("origin", WORDS.get("column.origin"), 90, row -> KeyWords.origin(row.origin()))),
                hidden(text("manager", WORDS.get("column.manager"), 90, row -> KeyWords.manager(row.manager()))),
                hidden(column("created", WORDS.get("column.created"), 100, () -> text(row -> moments.formats().date(row.created())), Comparator.comparing(KeyRow::created))),
                hidden(text("description", WORDS.get("column.description"), 180, KeyRow::description)),
                hidden(text("tags", WORDS.get("column.tags"), 140, KeyColumns::tags)));
    }

    /// Its text stands below the list's heading, and has room.
    private static TableColumn<KeyRow, ?> first(TableColumn<KeyRow, ?> column) {
        column.getStyleClass().add("first");
        // A window that grows and shrinks again gives to the last column and would take from all.
        column.setMinWidth(NAMES);
        return column;
    }

    private static TableColumn<KeyRow, ?> hidden(TableColumn<KeyRow, ?> column) {
        column.setVisible(false);
        return column;
    }

    private static TableColumn<KeyRow, KeyRow> text(String id, String title, double width, Function<KeyRow, String> value) {
        return column(id, title, width, () -> text(value), Comparator.comparing(value));
    }

    private static TableColumn<KeyRow, KeyRow> column(
            String id, String title, double width, Supplier<Face> faces, Comparator<KeyRow> order) {
        TableColumn<KeyRow, KeyRow> column = new TableColumn<>(title);
        column.setId(id);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            private final Face face = faces.get();

            @Override
            protected void updateItem(KeyRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean blank = empty || row == null;
                // A face that is taken away and put back is styled anew, and each refresh makes all cells blank once.
                face.node().setVisible(!blank);
                if (!blank) {
                    face.show().accept(row);
                    setGraphic(face.node());
                }
            }
        });
        return column;
    }

    /// Shows or hides a column; the names stay.
    static CheckMenuItem choice(TableColumn<KeyRow, ?> column) {
        var item = new CheckMenuItem(column.getText());
        item.selectedProperty().bindBidirectional(column.visibleProperty());
        item.setDisable(ALIAS.equals(column.getId()));
        return item;
    }

    static String name(KeyRow row) {
        return KeyWords.name(row.aliases(), row.keyId());
    }

    private static Face alias() {
        var name = new Label();
        var beside = Texts.of("", "caption");
        beside.managedProperty().bind(beside.visibleProperty());
        var cell = new HBox(6, name, beside);
        cell.setAlignment(Pos.CENTER_LEFT);
        return new Face(cell, row -> {
            boolean isNamed = !row.aliases().isEmpty();
            name.setText(name(row));
            Texts.restyle(name, isNamed ? "medium" : "mono");
            name.setNodeOrientation(isNamed ? NodeOrientation.INHERIT : NodeOrientation.LEFT_TO_RIGHT);
            beside.setText(beside(row).orElse(""));
            beside.setVisible(beside(row).isPresent());
        });
    }

    private static Optional<String> beside(KeyRow row) {
        if (row.manager() == KeyManager.AWS) {
            return Optional.of(WORDS.get("list.service"));
        }
        return row.aliases().size() > 1 ? Optional.of("+" + (row.aliases().size() - 1)) : Optional.empty();
    }

    private StateLabel label(KeyRow row) {
        return StateLabel.of(row.state(), row.nextRotation(), row.deletionDate(), moments);
    }

    private Face state() {
        var badge = StateBadge.dot(Tone.OFF, "");
        return new Face(badge, row -> {
            StateLabel label = label(row);
            badge.show(label.tone(), label.word());
        });
    }

    private Face next() {
        var next = new Label();
        return new Face(next, row -> {
            next.setText(nextText(row));
            boolean overdue = row.nextRotation().filter(moments::isOverdue).isPresent();
            Texts.restyle(next, overdue ? "warn-text" : "plain");
        });
    }

    private static Face text(Function<KeyRow, String> value, String... styles) {
        var label = Texts.of("", styles);
        return new Face(label, row -> label.setText(value.apply(row)));
    }

    /// What a cell shows: made once, and told the row that has come into it.
    private record Face(Node node, Consumer<KeyRow> show) {}

    private String nextText(KeyRow row) {
        return row.deletionDate().isPresent() ? "–" : row.nextRotation().map(moments::ahead).orElse("–");
    }

    private String lastUsed(KeyRow row) {
        return row.lastUsed().map(moments::ago).orElseGet(() -> WORDS.get("list.never"));
    }

    private static String tags(KeyRow row) {
        return row.tags().stream().map(tag -> tag.tagKey() + "=" + tag.tagValue()).collect(Collectors.joining(", "));
    }

    /// `payroll, Enabled, Symmetric, rotates in 12 days, last used 2 min ago`.
    String sentence(KeyRow row) {
        return WORDS.get(
                nextText(row).equals("–") ? "list.sentence" : "list.sentenceRotates",
                name(row),
                label(row).word(),
                KeyWords.spec(row.spec()),
                lastUsed(row),
                nextText(row));
    }
}
