/// When the vault locks by itself: after a while without a key or the mouse, and when the computer was asleep. What still
/// works on files then either finishes with the data keys it holds, or stops, as the person chose.
@NullMarked
package app.keyhold.desktop.lock;

import org.jspecify.annotations.NullMarked;
