package app.keyhold.desktop.part;

import org.kordamp.ikonli.feather.Feather;

/// How good or bad something is; always shown together with a glyph and a word.
public enum Tone {
    OK("ok", Feather.CHECK),
    INFO("info", Feather.INFO),
    WARN("warn", Feather.ALERT_TRIANGLE),
    BAD("bad", Feather.SLASH),
    OFF("off", Feather.MINUS);

    private final String style;
    private final Feather glyph;

    Tone(String style, Feather glyph) {
        this.style = style;
        this.glyph = glyph;
    }

    public String style() {
        return style;
    }

    public Feather glyph() {
        return glyph;
    }
}
