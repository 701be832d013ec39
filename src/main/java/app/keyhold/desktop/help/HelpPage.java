package app.keyhold.desktop.help;

import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.ScrollArea;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/// One topic, with ways to its neighbours.
public final class HelpPage {
    private static final Words WORDS = Words.of(HelpPage.class);

    private static final double MARGIN = 12;

    private HelpPage() {}

    /// @param open shows another topic in its place
    public static Node of(HelpTopic topic, Consumer<HelpTopic> open, Runnable close) {
        var text = new VBox();
        text.getStyleClass().add("groups");
        topic.paragraphs().forEach(paragraph -> text.getChildren().add(Texts.wrapped(paragraph)));
        var more = new VBox(Texts.of(WORDS.get("more"), "caption"));
        more.getStyleClass().add("group");
        for (HelpTopic next : topic.related()) {
            var link = new Hyperlink(next.title());
            link.setOnAction(_ -> open.accept(next));
            more.getChildren().add(link);
        }
        text.getChildren().add(more);
        var scroll = new ScrollArea(text);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("dialog-scroll");
        // A scroll pane would take wrapped lines for single ones.
        text.heightProperty().subscribe(height -> scroll.setPrefHeight(height.doubleValue() + MARGIN));
        var page = new DialogBox(topic.title(), scroll);
        page.setId("help-page");
        page.primary(WORDS.get("close"), close).setCancelButton(true);
        return page;
    }
}
