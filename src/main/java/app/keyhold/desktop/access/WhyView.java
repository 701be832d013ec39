package app.keyhold.desktop.access;

import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.ExplainAccess.Deciding;
import app.keyhold.kms.operation.screen.ExplainAccess.Verdict;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Answers of the policies, each with the statements that decide, as they stand.
final class WhyView extends VBox {
    private static final Words WORDS = Words.of(WhyView.class);

    WhyView() {
        getStyleClass().add("groups");
    }

    /// @param byHolder whether each answer is headed by who it is about, else by the action
    void show(List<Verdict> verdicts, boolean byHolder) {
        getChildren().setAll(verdicts.stream().map(verdict -> card(verdict, byHolder)).toList());
    }

    private static Node card(Verdict verdict, boolean byHolder) {
        String of = byHolder ? name(verdict) : verdict.action();
        var badge = new StateBadge(tone(verdict.decision()), word(verdict.decision()));
        badge.setMinWidth(USE_PREF_SIZE);
        var heading = Texts.of(of, byHolder ? "strong" : "mono");
        heading.setMinWidth(0);
        var head = new HBox(badge, heading);
        head.getStyleClass().add("answer-head");
        var card = new Card(head);
        verdict.reasons().forEach(reason -> card.getChildren().add(Texts.wrapped(reason)));
        verdict.statements().stream().map(WhyView::statement).forEach(card.getChildren()::add);
        card.setAccessibleText(WORDS.get("why.sentence", of, word(verdict.decision()), String.join(" ", verdict.reasons())));
        return card;
    }

    private static Node statement(Deciding deciding) {
        Label json = Texts.of(deciding.json().orElse(""), "mono", "statement");
        json.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        json.setWrapText(true);
        json.setMinHeight(USE_PREF_SIZE);
        var box = new VBox(Texts.wrapped(WORDS.get("why.statement", deciding.policy(), deciding.statement()), "caption"));
        box.getStyleClass().add("field");
        deciding.json().ifPresent(_ -> box.getChildren().add(json));
        return box;
    }

    static String name(Verdict verdict) {
        String name = verdict.holder().name();
        return verdict.holder().kind().equals("role") ? "role/" + name : name;
    }

    static Tone tone(String decision) {
        return switch (decision) {
            case "allowed" -> Tone.OK;
            case "explicitDeny" -> Tone.BAD;
            default -> Tone.OFF;
        };
    }

    static String word(String decision) {
        return switch (decision) {
            case "allowed" -> WORDS.get("decision.allowed");
            case "explicitDeny" -> WORDS.get("decision.denied");
            default -> WORDS.get("decision.notAllowed");
        };
    }
}
