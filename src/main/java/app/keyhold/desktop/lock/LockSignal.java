package app.keyhold.desktop.lock;

/// What a Linux desktop can tell over D-Bus, and who tells it.
public enum LockSignal {
    LOGIND("--system", "org.freedesktop.login1", "Sleep and lock of the session, from logind"),
    SCREEN_SAVER("--session", "org.freedesktop.ScreenSaver", "Lock of the screen, from the screen saver"),
    GNOME("--session", "org.gnome.ScreenSaver", "Lock of the screen, from GNOME");

    /// Whether it is heard on this machine.
    public enum State {
        HEARD,
        /// Nobody there tells it.
        SILENT,
        /// `gdbus` is missing, so that nothing can be heard.
        DEAF
    }

    private final String bus;
    private final String sender;
    private final String title;

    LockSignal(String bus, String sender, String title) {
        this.bus = bus;
        this.sender = sender;
        this.title = title;
    }

    String bus() {
        return bus;
    }

    String sender() {
        return sender;
    }

    public String title() {
        return title;
    }
}
