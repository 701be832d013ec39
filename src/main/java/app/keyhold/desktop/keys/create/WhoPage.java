package app.keyhold.desktop.keys.create;

import app.keyhold.desktop.keys.create.People.Person;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/// Who administers and who uses the key: everybody with two boxes to tick, and two fields for whoever is not listed.
final class WhoPage {
    private static final Words WORDS = Words.of(WhoPage.class);

    private final People people;

    WhoPage(People people) {
        this.people = people;
    }

    void fill(Node page) {
        bind(page, "administrators", people.administratorsProperty());
        bind(page, "users", people.usersProperty());
        ScrollPane pane = (ScrollPane) page.lookup("#listedPane");
        GridPane rows = (GridPane) pane.getContent();
        people.listed().addListener((ListChangeListener<Person>) _ -> list(pane, rows));
        list(pane, rows);
    }

    private static void bind(Node page, String id, javafx.beans.property.StringProperty typed) {
        ((TextField) page.lookup("#" + id)).textProperty().bindBidirectional(typed);
    }

    private void list(ScrollPane pane, GridPane rows) {
        rows.getChildren().clear();
        pane.setVisible(!people.listed().isEmpty());
        pane.setManaged(!people.listed().isEmpty());
        for (Person person : people.listed()) {
            String name = person.party().name();
            rows.addRow(
                    rows.getRowCount(),
                    Texts.of(name),
                    box(WORDS.get("who.administers"), WORDS.get("who.administersName", name), person.administersProperty()),
                    box(WORDS.get("who.uses"), WORDS.get("who.usesName", name), person.usesProperty()));
        }
    }

    private static CheckBox box(String text, String spoken, BooleanProperty ticked) {
        CheckBox box = new CheckBox(text);
        box.setAccessibleText(spoken);
        box.selectedProperty().bindBidirectional(ticked);
        return box;
    }
}
