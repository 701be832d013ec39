package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Texts;
import java.util.List;

/// Ctrl+/: which keys do what on the screen in view.
final class ShortcutSheet {
    private ShortcutSheet() {}

    static DialogBox of(List<Command> commands, Overlay overlay) {
        var facts = new Facts();
        commands.forEach(
                command -> command.keys().ifPresent(keys -> facts.add(command.name(), Texts.key(keys.getDisplayText()))));
        var box = new DialogBox("Keyboard", facts);
        box.cancel("Close", overlay::close);
        return box;
    }
}
