package app.keyhold.desktop.keys;

import app.keyhold.desktop.keys.regions.RegionsController;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The tabs of the key pane. One is filled when it is looked at.
final class KeyTabs {
    private final TabPane pane;
    private final Map<Tab, KeyTab> contents = new HashMap<>();
    private final Tab regions;
    private Optional<KeyView> shown = Optional.empty();

    KeyTabs(TabPane pane, List<KeyTab> tabs) {
        this.pane = pane;
        for (KeyTab content : tabs) {
            Tab tab = new Tab(content.title(), content.root());
            tab.setClosable(false);
            contents.put(tab, content);
            pane.getTabs().add(tab);
        }
        regions = pane.getTabs().stream().filter(tab -> contents.get(tab) instanceof RegionsController).findFirst().orElseThrow();
        pane.getTabs().remove(regions);
        pane.getSelectionModel().selectedItemProperty().subscribe(this::fill);
    }

    void show(KeyView key) {
        shown = Optional.of(key);
        showRegions(key.metadata().multiRegion());
        fill();
    }

    private void fill() {
        Tab selected = pane.getSelectionModel().getSelectedItem();
        shown.ifPresent(key -> Optional.ofNullable(contents.get(selected)).ifPresent(content -> content.show(key)));
    }

    /// Most keys are in one Region for good, and the row of tabs is full without it.
    private void showRegions(boolean wanted) {
        if (wanted && !pane.getTabs().contains(regions)) {
            pane.getTabs().add(pane.getTabs().size() - 2, regions);
        } else if (!wanted && pane.getTabs().contains(regions)) {
            if (regions.isSelected()) {
                pane.getSelectionModel().selectFirst();
            }
            pane.getTabs().remove(regions);
        }
    }
}
