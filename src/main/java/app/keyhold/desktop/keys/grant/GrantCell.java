package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.grant.GrantListEntry;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A grant: to whom and since when, what it allows, and under what conditions.
final class GrantCell extends ListCell<GrantListEntry> {
    private static final Words WORDS = Words.of(GrantCell.class);

    private final Formats formats;

    GrantCell(Formats formats) {
        this.formats = formats;
        getStyleClass().add("grant");
        // As wide as the list, so that long lists of operations break.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(GrantListEntry grant, boolean empty) {
        super.updateItem(grant, empty);
        boolean shown = !empty && grant != null;
        setGraphic(shown ? lines(grant) : null);
        setAccessibleText(shown ? GrantWords.sentence(grant) : "");
    }

    private VBox lines(GrantListEntry grant) {
        var head = new HBox(
                8,
                Texts.of(WORDS.get("grant.to", GrantWords.who(grant)), "medium"),
                Texts.of(grant.name(), "muted"),
                new Spring(),
                Texts.of(formats.date(grant.creationDate()), "caption"));
        head.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(2, head, Texts.wrapped(GrantWords.operations(grant)));
        Stream.of(GrantWords.only(grant), GrantWords.retiredBy(grant))
                .filter(line -> !line.isEmpty())
                .forEach(line -> box.getChildren().add(Texts.wrapped(line, "caption")));
        return box;
    }
}
