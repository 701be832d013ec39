package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.EventFilter.Named;
import app.keyhold.desktop.part.Chip;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Result;
import app.keyhold.kms.operation.screen.QueryEventAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// The chips over the histogram, one for each thing that is asked for; each is taken away by itself. What can be chosen
/// is what occurs in the trail, the most frequent first.
final class FilterBar extends FlowPane {
    private static final Words WORDS = Words.of(FilterBar.class);
    private static final int MOST_CHOICES = 25;

    private final ObjectProperty<EventFilter> filter;
    private final ObservableValue<QueryEventAttributes.Response> attributes;

    FilterBar(ObjectProperty<EventFilter> filter, ObservableValue<QueryEventAttributes.Response> attributes) {
        this.filter = filter;
        this.attributes = attributes;
        getStyleClass().add("filter-chips");
        filter.subscribe(this::build);
    }

    private void build(EventFilter now) {
        List<Node> chips = new ArrayList<>();
        chips.add(resultChip(now));
        chips(chips, WORDS.get("filter.key"), now.keys(), key -> bare(key.name()), EventFilter::withKeys);
        chips(chips, WORDS.get("filter.who"), now.principals(), Named::name, EventFilter::withPrincipals);
        chips(chips, WORDS.get("filter.operation"), now.operations(), name -> name, EventFilter::withOperations);
        chips(chips, WORDS.get("filter.source"), now.sources(), EventWords::shortService, EventFilter::withSources);
        if (!now.text().isBlank()) {
            chips.add(new Chip(WORDS.get("filter.text"))
                    .withValue(now.text().strip())
                    .removable(() -> filter.set(filter.get().withText(""))));
        }
        if (now.operations().isEmpty()) {
            chips.add(readsChip(now.hidesReads()));
        }
        Chip add = new Chip(WORDS.get("filter.add"));
        add.setId("add-filter");
        add.setAccessibleText(WORDS.get("filter.addSpoken"));
        add.setOnAction(_ -> choices().show(add, Side.BOTTOM, 0, 4));
        chips.add(add);
        if (now.parts() > 1) {
            Chip clear = new Chip(WORDS.get("filter.clear"));
            clear.setOnAction(_ -> filter.set(EventFilter.NONE.withReads(now.reads())));
            chips.add(clear);
        }
        getChildren().setAll(chips);
    }

    private <T> void chips(
            List<Node> chips,
            String name,
            List<T> chosen,
            Function<T, String> text,
            BiFunction<EventFilter, List<T>, EventFilter> with) {
        for (T one : chosen) {
            List<T> others = chosen.stream().filter(other -> !other.equals(one)).toList();
            chips.add(new Chip(name)
                    .withValue(text.apply(one))
                    .removable(() -> filter.set(with.apply(filter.get(), others))));
        }
    }

    private Chip resultChip(EventFilter now) {
        Chip chip = new Chip(WORDS.get("filter.result"))
                .withValue(now.result().map(EventWords::word).orElse(WORDS.get("filter.any")));
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
        Chip chip = new Chip(WORDS.get("filter.reads"))
                .withValue(hidden ? WORDS.get("filter.reads.hidden") : WORDS.get("filter.reads.shown"));
        chip.setAccessibleText(hidden ? WORDS.get("filter.reads.show") : WORDS.get("filter.reads.hide"));
        chip.setTooltip(new Tooltip(WORDS.get("filter.reads.what")));
        chip.setOnAction(_ -> filter.set(filter.get().withReads(hidden)));
        return chip;
    }

    private ContextMenu choices() {
        QueryEventAttributes.Response found = attributes.getValue();
        return menu(List.of(
                menu(WORDS.get("filter.key"), named(found.keys()), EventFilter::keys, key -> bare(key.name()), EventFilter::withKeys),
                menu(WORDS.get("filter.who"), named(found.principals()), EventFilter::principals, Named::name, EventFilter::withPrincipals),
                menu(WORDS.get("filter.operation"), found.names(), EventFilter::operations, name -> name, EventFilter::withOperations),
                menu(WORDS.get("filter.source"), found.sources(), EventFilter::sources, name -> name, EventFilter::withSources)));
    }

    private static List<Named> named(List<QueryEventAttributes.Named> found) {
        return found.stream().map(one -> new Named(one.arn(), one.name())).toList();
    }

    private <T> Menu menu(
            String name,
            List<T> offered,
            Function<EventFilter, List<T>> chosen,
            Function<T, String> text,
            BiFunction<EventFilter, List<T>, EventFilter> with) {
        Menu menu = new Menu(name);
        List<T> already = chosen.apply(filter.get());
        offered.stream()
                .filter(one -> !already.contains(one))
                .limit(MOST_CHOICES)
                .forEach(one -> menu.getItems().add(item(text.apply(one), () -> {
                    List<T> more = new ArrayList<>(already);
                    more.add(one);
                    filter.set(with.apply(filter.get(), more));
                })));
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
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

    private static String bare(String name) {
        return name.startsWith("alias/") ? name.substring("alias/".length()) : name;
    }
}
