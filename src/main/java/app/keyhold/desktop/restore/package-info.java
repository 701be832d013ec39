/// Bringing a verified backup back, into a folder that does not exist yet.
@NullMarked
package app.keyhold.desktop.restore;

import org.jspecify.annotations.NullMarked;
