/// Look: AtlantaFX Primer with Keyhold's tokens over it, two typefaces carried as resources, one text size for everything.
@NullMarked
package app.keyhold.desktop.theme;

import org.jspecify.annotations.NullMarked;
