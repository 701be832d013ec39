package app.keyhold.desktop.home;

import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The first steps, those that are done ticked; gone once all are.
final class FirstStepsCard extends VBox {
    private static final Words WORDS = Words.of(FirstStepsCard.class);

    private final Consumer<FirstStep> start;

    /// @param start leads to where a step is done
    FirstStepsCard(Consumer<FirstStep> start) {
        this.start = start;
        setId("first-steps");
        getStyleClass().add("card-box");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(Set<FirstStep> done) {
        FirstStep[] all = FirstStep.values();
        setVisible(done.size() < all.length);
        var heading = new HBox(
                12, Texts.of(WORDS.get("steps"), "h2"), Texts.of(WORDS.get("steps.done", done.size(), all.length), "caption"));
        heading.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(heading);
        for (FirstStep step : all) {
            getChildren().add(row(step, done.contains(step)));
        }
    }

    private Node row(FirstStep step, boolean isDone) {
        var badge = isDone
                ? new StateBadge(Tone.OK, WORDS.get("step.done"))
                : new StateBadge(Tone.OFF, WORDS.get("step.open"), Feather.CIRCLE);
        badge.getStyleClass().add("first-step-state");
        var text = new VBox(2, Texts.wrapped(step.title(), "medium"), Texts.wrapped(step.why(), "caption"));
        var row = new HBox(8, badge, text, new Spring());
        row.getStyleClass().add("home-row");
        if (!isDone) {
            row.getChildren().add(link(step));
        }
        return row;
    }

    private Hyperlink link(FirstStep step) {
        var link = new Hyperlink(step.verb());
        link.setId("first-step-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        link.setMinWidth(Label.USE_PREF_SIZE);
        link.setAccessibleText(WORDS.get("step.spoken", step.verb(), step.title()));
        link.setOnAction(_ -> start.accept(step));
        return link;
    }
}
