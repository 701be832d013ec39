package app.keyhold.desktop.part;

import app.keyhold.crypto.SecretBytes;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A field for a passphrase. The text of the control is bullets only; the characters stand in an array that is
/// overwritten whenever it is replaced and on [#wipe]. No cut, no copy, no undo, nothing for screen readers to speak.
///
/// What it can't prevent: each typed character passes through the toolkit as a short string.
public final class SecretField extends TextField {
    private static final Words WORDS = Words.of(SecretField.class);
    private static final String BULLET = "\u2022";
    /// No passphrase is longer; a paste beyond it is cut.
    public static final int LIMIT = 1024;

    private char[] characters = new char[0];

    public SecretField() {
        getStyleClass().add("secret-field");
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        var paste = new MenuItem(WORDS.get("paste"));
        paste.setOnAction(_ -> paste());
        setContextMenu(new ContextMenu(paste));
        addEventFilter(KeyEvent.KEY_PRESSED, this::refuseUndo);
    }

    @Override
    public void replaceText(int start, int end, String text) {
        String typed = text.codePoints().anyMatch(Character::isISOControl)
                ? text.replaceAll("\\p{Cntrl}", "") // not words
                : text;
        int room = Math.max(0, LIMIT - (characters.length - (end - start)));
        String added = typed.length() > room ? typed.substring(0, room) : typed;
        char[] next = new char[characters.length - (end - start) + added.length()];
        System.arraycopy(characters, 0, next, 0, start);
        added.getChars(0, added.length(), next, start);
        System.arraycopy(characters, end, next, start + added.length(), characters.length - end);
        Arrays.fill(characters, '\0');
        characters = next;
        super.replaceText(start, end, BULLET.repeat(added.length()));
    }

    /// The field's length in characters.
    public int secretLength() {
        return characters.length;
    }

    /// The passphrase in UTF-8; the caller closes it.
    public SecretBytes secret() {
        var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        if (encoded.hasArray()) {
            Arrays.fill(encoded.array(), (byte) 0);
        }
        return SecretBytes.takeOver(bytes);
    }

    /// A copy of the characters, which the caller overwrites.
    public char[] secretCharacters() {
        return characters.clone();
    }

    public boolean sameAs(SecretField other) {
        return Arrays.equals(characters, other.characters);
    }

    public void wipe() {
        Arrays.fill(characters, '\0');
        characters = new char[0];
        super.replaceText(0, getLength(), "");
    }

    @Override
    public void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            replaceSelection(clipboard.getString().strip());
        }
    }

    @Override
    public void copy() {}

    @Override
    public void cut() {}

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> "";
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private void refuseUndo(KeyEvent event) {
        if (event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)) {
            event.consume();
        }
    }
}
