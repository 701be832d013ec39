/// What is done to several keys of the list at once: the same operation for each, one after the other, and what became of
/// each of them.
@NullMarked
package app.keyhold.desktop.keys.bulk;

import org.jspecify.annotations.NullMarked;
