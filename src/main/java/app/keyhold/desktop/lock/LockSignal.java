package app.keyhold.desktop.lock;

import app.keyhold.desktop.part.Words;

/// What a Linux desktop can tell over D-Bus, and who tells it.
public enum LockSignal {
    LOGIND("--system", "org.freedesktop.login1"),
    SCREEN_SAVER("--session", "org.freedesktop.ScreenSaver"),
    GNOME("--session", "org.gnome.ScreenSaver");

    /// Whether it is heard on this machine.
    public enum State {
        HEARD,
        /// Nobody there tells it.
        SILENT,
        /// `gdbus` is missing, so that nothing can be heard.
        DEAF
    }

    private static final Words WORDS = Words.of(LockSignal.class);

    private final String bus;
    private final String sender;

    LockSignal(String bus, String sender) {
        this.bus = bus;
        this.sender = sender;
    }

    String bus() {
        return bus;
    }

    String sender() {
        return sender;
    }

    public String title() {
        return WORDS.get(this);
    }
}
