package app.keyhold.desktop.keys.api;

import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// What an action is called in the API, with a button that copies it for the AWS CLI.
public final class ApiLine extends HBox {
    private static final Words WORDS = Words.of(ApiLine.class);

    /// @param requests what would be sent as things stand
    public ApiLine(Supplier<? extends List<? extends KmsRequest<?>>> requests) {
        var name = Texts.of(names(requests.get()), "mono", "caption");
        var copy = new Button(WORDS.get("api.copy"));
        copy.getStyleClass().addAll("link-button", "small");
        copy.setAccessibleText(WORDS.get("api.copyWhat", name.getText()));
        copy.setOnAction(_ -> CopyText.copy(CallText.CLI.of(requests.get())));
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        getStyleClass().addAll("api-line", "aside");
        getChildren().addAll(name, copy);
    }

    private static String names(List<? extends KmsRequest<?>> requests) {
        return requests.stream().map(KmsRequest::operation).distinct().collect(Collectors.joining(" · "));
    }

    /// Says on a button which operation it asks for; its context menu copies it.
    public static void on(Control button, String operation, Supplier<? extends List<? extends KmsRequest<?>>> requests) {
        button.setTooltip(new Tooltip(operation));
        button.setAccessibleHelp(WORDS.get("api.operation", operation));
        var copy = new MenuItem(WORDS.get("api.copyAsCli"));
        copy.setOnAction(_ -> CopyText.copy(CallText.CLI.of(requests.get())));
        button.setContextMenu(new ContextMenu(copy));
    }
}
