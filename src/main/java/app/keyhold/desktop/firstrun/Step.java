package app.keyhold.desktop.firstrun;

/// The pages of the first run, in order.
public enum Step {
    WELCOME("Welcome"),
    PLACE("Where"),
    PASSPHRASE("Passphrase"),
    RECOVERY("Recovery sheet"),
    SERVICE_KEYS("Keys"),
    DONE("Done");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
