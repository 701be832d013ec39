package app.keyhold.desktop.theme;

/// How the desktop decides between light and dark.
public enum Scheme {
    SYSTEM("Like the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    Scheme(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
