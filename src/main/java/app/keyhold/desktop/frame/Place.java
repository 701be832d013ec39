package app.keyhold.desktop.frame;

import app.keyhold.desktop.help.HelpTopic;
import app.keyhold.desktop.part.Words;
import org.kordamp.ikonli.feather.Feather;

/// The entries of the rail, in their order.
public enum Place {
    HOME(Feather.HOME, HelpTopic.FIRST_STEPS),
    KEYS(Feather.KEY, HelpTopic.KEYS),
    FILES(Feather.FILE, HelpTopic.FILES),
    AUDIT(Feather.CLOCK, HelpTopic.CHAIN),
    ROTATION(Feather.REFRESH_CW, HelpTopic.ROTATION),
    ACCESS(Feather.USERS, HelpTopic.ACCESS),
    REGIONS(Feather.GLOBE, HelpTopic.REGIONS),
    COST(Feather.BAR_CHART_2, HelpTopic.COST),
    HEALTH(Feather.ACTIVITY, HelpTopic.HEALTH),
    SETTINGS(Feather.SETTINGS, HelpTopic.LOCKING);

    private static final Words WORDS = Words.of(Place.class);

    private final Feather icon;
    private final HelpTopic help;

    Place(Feather icon, HelpTopic help) {
        this.icon = icon;
        this.help = help;
    }

    public String title() {
        return WORDS.get(this);
    }

    public Feather icon() {
        return icon;
    }

    /// What F1 opens there.
    public HelpTopic help() {
        return help;
    }
}
