package app.keyhold.desktop.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// The tabs of the key pane. One is built when it is first looked at, and filled whenever it is.
final class KeyTabs {
    private final TabPane pane;
    private final Map<Tab, Supplier<? extends KeyTab>> unbuilt = new HashMap<>();
    private final Map<Tab, KeyTab> built = new HashMap<>();
    private final Tab regions;
    private Optional<KeyView> shown = Optional.empty();

    /// @param content built when the tab is selected while there is a key
    record Entry(String title, Supplier<? extends KeyTab> content) {}

    /// @param regions there only for keys in several Regions, before the last two
    KeyTabs(TabPane pane, List<Entry> always, Entry regions) {
        this.pane = pane;
        this.regions = tab(regions);
        always.forEach(entry -> pane.getTabs().add(tab(entry)));
        pane.getSelectionModel().selectedItemProperty().subscribe(this::fill);
    }

    private Tab tab(Entry entry) {
        Tab tab = new Tab(entry.title());
        tab.setClosable(false);
        unbuilt.put(tab, entry.content());
        return tab;
    }

    void show(KeyView key) {
        shown = Optional.of(key);
        showRegions(key.metadata().multiRegion());
        fill();
    }

    private void fill() {
        Optional<Tab> selected = Optional.ofNullable(pane.getSelectionModel().getSelectedItem());
        shown.ifPresent(key -> selected.map(this::content).ifPresent(content -> content.show(key)));
    }

    private KeyTab content(Tab tab) {
        Optional.ofNullable(unbuilt.remove(tab)).map(Supplier::get).ifPresent(content -> {
            built.put(tab, content);
            tab.setContent(content.root());
        });
        return Optional.ofNullable(built.get(tab)).orElseThrow();
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
