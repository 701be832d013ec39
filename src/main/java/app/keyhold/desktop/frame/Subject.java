package app.keyhold.desktop.frame;

/// What is open in a screen: one key, one event.
///
/// @param id what [Screen#open] takes to open it again
/// @param title what a person calls it; may be empty as long as that is not known
public record Subject(String id, String title) {}
