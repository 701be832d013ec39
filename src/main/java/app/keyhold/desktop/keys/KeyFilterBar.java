package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Chip;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/// The chips of the key list: state and type.
final class KeyFilterBar extends HBox {
    private static final Words WORDS = Words.of(KeyFilterBar.class);

    private static final List<KeyState> STATES =
            List.of(KeyState.Enabled, KeyState.Disabled, KeyState.PendingDeletion, KeyState.PendingImport);

    private final KeysModel model;

    KeyFilterBar(KeysModel model) {
        this.model = model;
        getStyleClass().add("chips");
        model.filterProperty().subscribe(this::build);
    }

    private void build(KeyFilter filter) {
        getChildren().setAll(stateChip(filter), typeChip(filter));
    }

    private Chip stateChip(KeyFilter filter) {
        Chip chip = new Chip(WORDS.get("filter.state")).withValue(filter.state().map(KeyFilterBar::word).orElseGet(() -> WORDS.get("filter.any")));
        return filter.state().isPresent()
                ? chip.removable(() -> set(model.filterProperty().get().withState(Optional.empty())))
                : opening(chip, STATES.stream()
                        .map(state -> item(word(state), () -> set(model.filterProperty().get().withState(Optional.of(state)))))
                        .toList());
    }

    private Chip typeChip(KeyFilter filter) {
        Chip chip = new Chip(WORDS.get("filter.type")).withValue(filter.type().map(WORDS::get).orElseGet(() -> WORDS.get("filter.any")));
        return filter.type().isPresent()
                ? chip.removable(() -> set(model.filterProperty().get().withType(Optional.empty())))
                : opening(chip, Arrays.stream(KeyFilter.Type.values())
                        .map(type -> item(WORDS.get(type), () -> set(model.filterProperty().get().withType(Optional.of(type)))))
                        .toList());
    }

    private void set(KeyFilter filter) {
        model.filterProperty().set(filter);
    }

    private static Chip opening(Chip chip, List<MenuItem> items) {
        chip.setOnAction(_ -> {
            ContextMenu menu = new ContextMenu();
            menu.getItems().addAll(items);
            menu.show(chip, Side.BOTTOM, 0, 4);
        });
        return chip;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static String word(KeyState state) {
        return switch (state) {
            case PendingDeletion, PendingReplicaDeletion -> WORDS.get("state.pendingDeletion");
            case PendingImport -> WORDS.get("state.pendingImport");
            case Enabled -> WORDS.get("state.enabled");
            case Disabled -> WORDS.get("state.disabled");
            case Creating -> WORDS.get("state.creating");
            case Unavailable -> WORDS.get("state.unavailable");
            case Updating -> WORDS.get("state.updating");
        };
    }
}
