package app.keyhold.desktop.keys.create;

import app.keyhold.desktop.access.Party;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who is to administer and use a new key: ticked in the list of everybody, or typed.
public final class People {
    /// Somebody in the list.
    static final class Person {
        private final Party party;
        private final BooleanProperty administers = new SimpleBooleanProperty();
        private final BooleanProperty uses = new SimpleBooleanProperty();

        Person(Party party) {
            this.party = party;
        }

        Party party() {
            return party;
        }

        BooleanProperty administersProperty() {
            return administers;
        }

        BooleanProperty usesProperty() {
            return uses;
        }
    }

    private final String account;
    private final ObservableList<Person> listed = FXCollections.observableArrayList();
    private final StringProperty administrators = new SimpleStringProperty("");
    private final StringProperty users = new SimpleStringProperty("");

    People(String account) {
        this.account = account;
    }

    /// The owner is left out: root can do everything anyway.
    void offer(List<Party> everybody) {
        listed.setAll(everybody.stream().filter(party -> !party.arn().endsWith(":root")).map(Person::new).toList());
    }

    List<String> administratorArns() {
        return chosen(person -> person.administers.get(), administrators.get());
    }

    List<String> userArns() {
        return chosen(person -> person.uses.get(), users.get());
    }

    private List<String> chosen(Predicate<Person> ticked, String typed) {
        Stream<String> named = Arrays.stream(typed.split("[,\\s]+"))
                .filter(one -> !one.isBlank())
                .map(one -> Party.named(account, one).arn());
        return Stream.concat(listed.stream().filter(ticked).map(person -> person.party.arn()), named)
                .distinct()
                .toList();
    }

    ObservableList<Person> listed() {
        return listed;
    }

    /// Names or ARNs with commas between.
    public StringProperty administratorsProperty() {
        return administrators;
    }

    /// Names or ARNs with commas between.
    public StringProperty usersProperty() {
        return users;
    }
}
