package app.keyhold.desktop.frame;

/// Going from one screen to another.
public interface Navigation {
    void go(Place place);

    /// Goes there and brings `subject` into view; see [Screen#open].
    void open(Place place, String subject);

    void back();

    void forward();
}
