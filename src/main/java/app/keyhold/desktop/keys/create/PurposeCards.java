package app.keyhold.desktop.keys.create;

import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The purposes to choose from, a card each.
final class PurposeCards {
    private static final Words WORDS = Words.of(PurposeCards.class);

    private final ObjectProperty<Purpose> chosen;
    private final Runnable next;
    private final ToggleGroup group = new ToggleGroup();

    /// @param next Enter on a card means this purpose, and on
    PurposeCards(ObjectProperty<Purpose> chosen, Runnable next) {
        this.chosen = chosen;
        this.next = next;
    }

    List<ToggleButton> cards() {
        return Arrays.stream(Purpose.values()).map(this::card).toList();
    }

    private ToggleButton card(Purpose purpose) {
        String title = WORDS.get(purpose);
        String sentence = sentence(purpose);
        var card = new ToggleButton();
        card.setGraphic(new VBox(2, Texts.of(title, "medium"), Texts.wrapped(sentence, "caption")));
        card.setToggleGroup(group);
        card.getStyleClass().add("purpose");
        card.setAccessibleText(WORDS.get("purpose.of", title, sentence));
        card.setSelected(chosen.get() == purpose);
        card.setOnAction(_ -> {
            card.setSelected(true);
            chosen.set(purpose);
        });
        // A focused card would take Enter for itself.
        card.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                card.fire();
                next.run();
                pressed.consume();
            }
        });
        return card;
    }

    private static String sentence(Purpose purpose) {
        return switch (purpose) {
            case ENCRYPT -> WORDS.get("purpose.sentence.encrypt");
            case SIGN -> WORDS.get("purpose.sentence.sign");
            case MAC -> WORDS.get("purpose.sentence.mac");
            case PUBLIC_ENCRYPT -> WORDS.get("purpose.sentence.publicEncrypt");
            case AGREE -> WORDS.get("purpose.sentence.agree");
            case ENCAPSULATE -> WORDS.get("purpose.sentence.encapsulate");
            case IMPORT -> WORDS.get("purpose.sentence.import");
        };
    }
}
