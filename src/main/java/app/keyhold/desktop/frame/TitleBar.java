package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Logo;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Name of the vault, the way to everything by name, and the lock.
final class TitleBar extends HBox {
    TitleBar(String vaultName, Runnable search, Runnable lock) {
        getStyleClass().add("title-bar");
        var names = new HBox(new Logo(), Texts.of("Keyhold", "h2"), Texts.of(vaultName, "muted"));
        names.getStyleClass().add("names");
        var lockButton = new Button("Lock", Icons.of(Feather.LOCK));
        lockButton.setId("lock");
        lockButton.setTooltip(new Tooltip("Lock the vault   Ctrl+L"));
        lockButton.setOnAction(_ -> lock.run());
        var right = new HBox(new Spring(), lockButton);
        right.setAlignment(Pos.CENTER_RIGHT);
        names.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        names.setPrefWidth(1);
        right.setPrefWidth(1);
        getChildren().addAll(names, searchButton(search), right);
    }

    private static Button searchButton(Runnable search) {
        var button = new Button("Search keys and actions");
        button.setId("search");
        var row = new HBox(Texts.of(button.getText(), "muted"), new Spring(), Texts.key("Ctrl K"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("search-button");
        button.setOnAction(_ -> search.run());
        return button;
    }
}
