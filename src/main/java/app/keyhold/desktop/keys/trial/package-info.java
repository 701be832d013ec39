/// Trying a key on a text.
@NullMarked
package app.keyhold.desktop.keys.trial;

import org.jspecify.annotations.NullMarked;
