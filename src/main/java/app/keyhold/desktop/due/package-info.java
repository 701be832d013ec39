/// What the schedule did while nobody looked, and what it waits for a person to say.
@NullMarked
package app.keyhold.desktop.due;

import org.jspecify.annotations.NullMarked;
