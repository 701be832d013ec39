/// Short answers to what a newcomer asks, as pages over the window.
@NullMarked
package app.keyhold.desktop.help;

import org.jspecify.annotations.NullMarked;
