package app.keyhold.store;

/// Settings the store itself reads.
public final class SettingNames {
    /// Random at creation and at every restore, so that two forks of one vault are never taken for one chain.
    public static final String INCARNATION = "incarnation";

    static final String HEADER_SEEN = "header-seen";

    private SettingNames() {}
}
