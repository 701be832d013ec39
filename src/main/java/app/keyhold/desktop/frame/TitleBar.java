package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Logo;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// The way back, where one is, the way to everything by name, and the lock.
final class TitleBar extends HBox {
    private static final Words WORDS = Words.of(TitleBar.class);
    /// Of the width, at most: large text leaves room for the way one came.
    private static final double SEARCH_SHARE = 0.34;
    private static final double NARROW_SHARE = 0.41;
    /// In a narrower window the search leaves the middle to the names.
    private static final double CENTRED_NEEDS = 900;

    TitleBar(String vaultName, Navigator navigator, Runnable search, Runnable lock) {
        getStyleClass().add("title-bar");
        var back = way("back", Feather.ARROW_LEFT, WORDS.get("title.back"), navigator::back, navigator.canGoBackProperty());
        var forward = way(
                "forward", Feather.ARROW_RIGHT, WORDS.get("title.forward"), navigator::forward, navigator.canGoForwardProperty());
        var crumbs = new Crumbs(vaultName, navigator);
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        var ways = new HBox(back, forward);
        ways.setAlignment(Pos.CENTER_LEFT);
        var names = new HBox(new Logo(), ways, crumbs);
        names.getStyleClass().add("names");
        var lockButton = new Button(WORDS.get("title.lock"), Icons.of(Feather.LOCK));
        lockButton.setId("lock");
        lockButton.setMinWidth(USE_PREF_SIZE);
        lockButton.setTooltip(new Tooltip(WORDS.get("title.lockTip")));
        lockButton.setOnAction(_ -> lock.run());
        var right = new HBox(new Spring(), lockButton);
        right.setAlignment(Pos.CENTER_RIGHT);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        names.setPrefWidth(1);
        right.setPrefWidth(1);
        var searchButton = searchButton(search);
        TextScale.follow(this, width -> {
            boolean narrow = width > 0 && width < CENTRED_NEEDS;
            HBox.setHgrow(right, narrow ? Priority.NEVER : Priority.ALWAYS);
            right.setPrefWidth(narrow ? USE_COMPUTED_SIZE : 1);
            searchButton.setMaxWidth(getWidth() * (narrow ? NARROW_SHARE : SEARCH_SHARE));
        });
        getChildren().addAll(names, searchButton, right);
    }

    private static Button way(String id, Feather arrow, String name, Runnable action, ObservableBooleanValue can) {
        var button = Icons.button(arrow, name, action);
        button.setId(id);
        button.getStyleClass().add("flat");
        button.disableProperty().bind(Bindings.not(can));
        return button;
    }

    private static Button searchButton(Runnable search) {
        var button = new Button(WORDS.get("command.search"));
        button.setId("search");
        var keys = Texts.key(KeyCombination.valueOf("Shortcut+K").getDisplayText());
        keys.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(Texts.of(button.getText(), "muted"), new Spring(), keys);
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("search-button");
        button.setOnAction(_ -> search.run());
        return button;
    }
}
