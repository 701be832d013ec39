/// The walk through every screen that leaves a picture of each, light and dark: what `demo --pictures` does where there is
/// no display, and how the screens are looked at while they are built.
@NullMarked
package app.keyhold.desktop.tour;

import org.jspecify.annotations.NullMarked;
