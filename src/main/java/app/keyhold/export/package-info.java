/// How the timeline leaves Keyhold: one exporter for the command line and the desktop, so that what one writes the other
/// would have written too.
@NullMarked
package app.keyhold.export;

import org.jspecify.annotations.NullMarked;
