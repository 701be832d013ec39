package app.keyhold.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;

/// The sheets of tokens there are.
public enum Look {
    LIGHT(new PrimerLight(), "light.css"),
    DARK(new PrimerDark(), "dark.css"),
    /// Few colours, far apart, and edges around everything.
    CONTRAST(new PrimerDark(), "contrast.css");

    private final Theme base;
    private final String tokens;

    Look(Theme base, String tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    String userAgentSheet() {
        return base.getUserAgentStylesheet();
    }

    String tokens() {
        return tokens;
    }

    public boolean isDark() {
        return base.isDarkMode();
    }
}
