package app.keyhold.kms;

/// A query behind a screen: authorised each time, audited once per screen and session, so that scrolling a list or
/// following the timeline does not write the timeline.
public interface ScreenQuery {
    /// Chosen by the front when the screen opens; the same text within one session is audited once.
    String screenSession();
}
