package app.keyhold.desktop.tour;

/// A place the walk stops at for pictures.
///
/// @param name of the picture, without size and scheme
/// @param arrive brings the screen into the state to be shown; on the FX thread
record Stop(String name, Runnable arrive) {}
