package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.EventFilter.Named;
import app.keyhold.desktop.part.Chip;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The chips over the histogram. What can be chosen is what the listed events offer.
final class FilterBar extends HBox {
    private static final int MOST_CHOICES = 25;

    private final ObjectProperty<EventFilter> filter;
    private final EventPages pages;

    FilterBar(ObjectProperty<EventFilter> filter, EventPages pages) {
        this.filter = filter;
        this.pages = pages;
        getStyleClass().add("chips");
        filter.subscribe(this::build);
    }

    private void build(EventFilter now) {
        List<Node> chips = new ArrayList<>();
        chips.add(resultChip(now));
        if (!now.keys().isEmpty()) {
            chips.add(new Chip("Key").withValue(names(now.keys())).removable(() -> filter.set(filter.get().withKeys(List.of()))));
        }
        if (!now.principals().isEmpty()) {
            chips.add(new Chip("Who").withValue(names(now.principals())).removable(() -> filter.set(filter.get().withPrincipals(List.of()))));
        }
        if (!now.operations().isEmpty()) {
            chips.add(new Chip("Operation")
                    .withValue(now.operations().size() == 1 ? now.operations().getFirst() : now.operations().getFirst() + " +" + (now.operations().size() - 1))
                    .removable(() -> filter.set(filter.get().withOperations(List.of()))));
        }
        if (now.operations().isEmpty()) {
            chips.add(readsChip(now.hidesReads()));
        }
        Chip add = new Chip("+ Filter");
        add.setAccessibleText("Add a filter");
        add.setOnAction(_ -> choices().show(add, Side.BOTTOM, 0, 4));
        chips.add(add);
        getChildren().setAll(chips);
    }

    private Chip resultChip(EventFilter now) {
        Chip chip = new Chip("Result").withValue(now.result().map(EventWords::word).orElse("any"));
        if (now.result().isPresent()) {
            return chip.removable(() -> filter.set(filter.get().withResult(Optional.empty())));
        }
        chip.setOnAction(_ -> menu(Arrays.stream(Result.values())
                        .map(result -> item(EventWords.word(result), () -> filter.set(filter.get().withResult(Optional.of(result)))))
                        .toList())
                .show(chip, Side.BOTTOM, 0, 4));
        return chip;
    }

    /// What only looked is recorded like everything, but it would bury what people come for.
    private Chip readsChip(boolean hidden) {
        Chip chip = new Chip("Reads").withValue(hidden ? "hidden" : "shown");
        chip.setAccessibleText(hidden ? "Reads hidden. Show them" : "Reads shown. Hide them");
        chip.setTooltip(new Tooltip("Calls that only looked, by screens too: DescribeKey, ListKeys, QueryKeys…"));
        chip.setOnAction(_ -> filter.set(filter.get().withReads(hidden)));
        return chip;
    }

    private ContextMenu choices() {
        Menu keys = new Menu("Key");
        distinct(EventFilter::like, EventFilter::keys).forEach(key -> keys.getItems()
                .add(item(key.name(), () -> filter.set(filter.get().withKeys(List.of(key))))));
        Menu principals = new Menu("Who");
        distinct(EventFilter::like, EventFilter::principals).forEach(who -> principals.getItems()
                .add(item(who.name(), () -> filter.set(filter.get().withPrincipals(List.of(who))))));
        Menu operations = new Menu("Operation");
        distinct(EventFilter::like, EventFilter::operations).forEach(name -> operations.getItems()
                .add(item(name, () -> filter.set(filter.get().withOperations(List.of(name))))));
        return menu(List.of(keys, principals, operations));
    }

    private <T> List<T> distinct(Function<Event, EventFilter> like, Function<EventFilter, List<T>> part) {
        return pages.events().stream()
                .flatMap(event -> part.apply(like.apply(event)).stream())
                .distinct()
                .limit(MOST_CHOICES)
                .toList();
    }

    private static ContextMenu menu(List<? extends MenuItem> items) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(items);
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static String names(List<Named> chosen) {
        String first = chosen.getFirst().name();
        String bare = first.startsWith("alias/") ? first.substring("alias/".length()) : first;
        return chosen.size() == 1 ? bare : bare + " +" + (chosen.size() - 1);
    }
}
