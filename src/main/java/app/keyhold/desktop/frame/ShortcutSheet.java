package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.ScrollArea;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.List;
import javafx.scene.layout.VBox;

/// Ctrl+/: which keys do what, on the screen in view and everywhere.
final class ShortcutSheet {
    private static final Words WORDS = Words.of(ShortcutSheet.class);

    private ShortcutSheet() {}

    static DialogBox of(List<Command> here, List<Command> everywhere, Overlay overlay) {
        var groups = new VBox();
        groups.getStyleClass().addAll("groups", "shortcuts");
        if (!here.isEmpty()) {
            groups.getChildren().add(group(WORDS.get(PaletteRow.Kind.HERE), here));
        }
        groups.getChildren().add(group(WORDS.get("keyboard.everywhere"), everywhere));
        var scroll = new ScrollArea(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("dialog-scroll");
        var box = new DialogBox(WORDS.get("keyboard.title"), scroll);
        box.cancel(WORDS.get("close"), overlay::close);
        return box;
    }

    private static VBox group(String title, List<Command> commands) {
        var facts = new Facts();
        commands.forEach(command ->
                command.keys().ifPresent(keys -> facts.add(command.name(), Texts.key(keys.getDisplayText()))));
        var group = new VBox(Texts.of(title, "h2"), facts);
        group.getStyleClass().add("group");
        return group;
    }
}
