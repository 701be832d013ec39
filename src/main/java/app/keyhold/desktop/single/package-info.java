/// One window for one person: a second start hands what it was given to the first and ends.
@NullMarked
package app.keyhold.desktop.single;

import org.jspecify.annotations.NullMarked;
