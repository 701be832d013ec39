package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Words;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The chips that choose a stretch of time; after zooming one more says how long it is.
final class RangeBar extends HBox {
    private static final Words WORDS = Words.of(RangeBar.class);
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton zoomed = chip("");

    RangeBar(AuditModel model) {
        getStyleClass().add("chips");
        for (RangeChoice choice : RangeChoice.values()) {
            ToggleButton chip = chip(WORDS.get(choice));
            chip.setUserData(choice);
            chip.setAccessibleText(WORDS.get("range.spoken", WORDS.get(choice)));
            chip.setOnAction(_ -> model.choiceProperty().set(Optional.of(choice)));
            getChildren().add(chip);
        }
        getChildren().add(zoomed);
        model.choiceProperty().subscribe(() -> show(model));
        model.rangeProperty().subscribe(() -> show(model));
        show(model);
    }

    private ToggleButton chip(String text) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setToggleGroup(group);
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private void show(AuditModel model) {
        Optional<RangeChoice> choice = model.choiceProperty().get();
        zoomed.setVisible(choice.isEmpty());
        zoomed.setManaged(choice.isEmpty());
        zoomed.setText(Counts.duration(model.rangeProperty().get().length()));
        zoomed.setSelected(choice.isEmpty());
        group.getToggles().stream()
                .filter(toggle -> choice.isPresent() && choice.get() == toggle.getUserData())
                .forEach(toggle -> toggle.setSelected(true));
    }
}
