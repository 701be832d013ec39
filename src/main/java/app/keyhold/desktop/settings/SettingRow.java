package app.keyhold.desktop.settings;

import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/// One setting on the screen, with what explains it.
public final class SettingRow extends VBox {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private Setting setting = Setting.LOOK;

    public SettingRow() {
        getStyleClass().add("setting-row");
    }

    public Setting getSetting() {
        return setting;
    }

    public void setSetting(Setting setting) {
        this.setting = setting;
    }

    /// Whether it is what somebody asked to be shown.
    void mark(boolean found) {
        pseudoClassStateChanged(FOUND, found);
    }

    void show(boolean wanted) {
        setVisible(wanted);
        setManaged(wanted);
    }
}
