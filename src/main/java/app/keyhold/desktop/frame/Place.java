package app.keyhold.desktop.frame;

import org.kordamp.ikonli.feather.Feather;

/// The entries of the rail, in their order.
public enum Place {
    HOME("Home", Feather.HOME),
    KEYS("Keys", Feather.KEY),
    FILES("Files", Feather.FILE),
    AUDIT("Audit", Feather.CLOCK),
    ROTATION("Rotation", Feather.REFRESH_CW),
    ACCESS("Access", Feather.USERS),
    COST("Cost", Feather.BAR_CHART_2),
    SETTINGS("Settings", Feather.SETTINGS);

    private final String title;
    private final Feather icon;

    Place(String title, Feather icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public Feather icon() {
        return icon;
    }
}
