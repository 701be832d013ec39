package app.keyhold.desktop.part;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// One of several chips of which one is chosen: pressing the chosen one again changes nothing.
public final class ChoiceChip extends ToggleButton {
    public ChoiceChip(String id, String text, ToggleGroup group, Runnable chosen) {
        super(text);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("chip");
        setToggleGroup(group);
        setOnAction(_ -> {
            setSelected(true);
            chosen.run();
        });
    }
}
