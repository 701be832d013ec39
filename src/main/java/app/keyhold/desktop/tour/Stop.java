package app.keyhold.desktop.tour;

import java.util.function.BooleanSupplier;

/// A place the walk stops at for pictures.
///
/// @param name of the picture, without size and scheme
/// @param before what others do meanwhile; not on the FX thread
/// @param arrive brings the screen into the state to be shown; on the FX thread
/// @param settled whether what the screen waits for has come; on the FX thread
/// @param pictured whether a picture is taken, or this is only a step on the way
record Stop(String name, Runnable before, Runnable arrive, BooleanSupplier settled, boolean pictured) {}
