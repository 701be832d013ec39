package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Words;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The parts of the list with their counts; parts without keys are left out.
final class SectionBar extends HBox {
    private static final Words WORDS = Words.of(SectionBar.class);

    SectionBar(KeysModel model) {
        getStyleClass().add("sections");
        ToggleGroup group = new ToggleGroup();
        for (KeySection section : KeySection.values()) {
            ToggleButton button = new ToggleButton();
            button.getStyleClass().add("section");
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.filterProperty().set(model.filterProperty().get().withSection(section));
            });
            model.filterProperty().subscribe(filter -> button.setSelected(filter.section() == section));
            model.all().addListener((ListChangeListener<Object>) _ -> count(button, section, model));
            count(button, section, model);
            getChildren().add(button);
        }
    }

    private static void count(ToggleButton button, KeySection section, KeysModel model) {
        long count = model.count(section);
        button.setText(WORDS.get("section.count", WORDS.get(section), count));
        button.setAccessibleText(WORDS.get("section.keys", WORDS.get(section), count));
        boolean shown = count > 0 || section == KeySection.ALL;
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
