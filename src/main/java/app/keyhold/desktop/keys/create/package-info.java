/// The making of a key in five steps.
@NullMarked
package app.keyhold.desktop.keys.create;

import org.jspecify.annotations.NullMarked;
