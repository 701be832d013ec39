/// The window around the screens: title bar, rail, status bar, navigation, keyboard, overlays. A screen is made when it is
/// first shown, gets a [ScreenContext], and is dropped when the vault locks.
@NullMarked
package app.keyhold.desktop.frame;

import org.jspecify.annotations.NullMarked;
