package app.keyhold.desktop.frame;

/// One thing that can be set, for the palette and the search of the settings.
///
/// @param id what [Screen#open] of the settings takes to bring it into view
/// @param name as its label says it
/// @param section the heading it stands under
/// @param words other words for it, by spaces
public record Setting(String id, String name, String section, String words) {}
