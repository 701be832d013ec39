package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Words;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One statement as a form: effect, who, what, on which key, under which conditions.
final class StatementCard {
    private static final Words WORDS = Words.of(StatementCard.class);

    private final Consumer<StatementDraft> changed;
    private final Card card = new Card();
    private StatementDraft statement;

    /// @param principals to choose from
    /// @param changed told the statement after each change by hand
    StatementCard(StatementDraft statement, ObservableList<String> principals, Consumer<StatementDraft> changed, Runnable remove) {
        this.statement = statement;
        this.changed = changed;
        card.getStyleClass().add("statement-card");
        card.getChildren().addAll(
                heading(remove),
                new TermsField(WORDS.get("form.principals"), principals, statement.principals(), now -> set(one -> one.withPrincipals(now))),
                new TermsField(WORDS.get("form.actions"), FXCollections.observableArrayList(PolicyCatalogue.ACTIONS), statement.actions(), now -> set(one -> one.withActions(now))),
                new TermsField(WORDS.get("form.resources"), FXCollections.observableArrayList("*"), statement.resources(), now -> set(one -> one.withResources(now))),
                new ConditionRows(statement.conditions(), now -> set(one -> one.withConditions(now))));
    }

    private HBox heading(Runnable remove) {
        var group = new ToggleGroup();
        var allow = effect(WORDS.get("form.allow"), true, group);
        var deny = effect(WORDS.get("form.deny"), false, group);
        var sid = new TextField(statement.sid());
        sid.setPromptText(WORDS.get("form.sidPrompt"));
        sid.setAccessibleText(WORDS.get("form.sid"));
        sid.textProperty().subscribe((_, now) -> set(one -> one.withSid(now.strip())));
        Button away = Icons.button(Feather.TRASH_2, WORDS.get("form.remove", statement.sid()), remove);
        away.getStyleClass().addAll("flat", "small");
        HBox.setHgrow(sid, Priority.ALWAYS);
        var heading = new HBox(8, allow, deny, sid, away);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private ToggleButton effect(String word, boolean allows, ToggleGroup group) {
        var button = new ToggleButton(word);
        button.getStyleClass().add("chip");
        button.setToggleGroup(group);
        button.setSelected(statement.allows() == allows);
        button.setOnAction(_ -> {
            button.setSelected(true);
            set(one -> one.withAllows(allows));
        });
        return button;
    }

    private void set(UnaryOperator<StatementDraft> change) {
        StatementDraft now = change.apply(statement);
        if (!now.equals(statement)) {
            statement = now;
            changed.accept(now);
        }
    }

    StatementDraft statement() {
        return statement;
    }

    VBox node() {
        return card;
    }
}
