/// A vault to look around in: some fifty keys and a year of events, made through the real door with a turned clock, so
/// that everything a screen shows was really done.
@NullMarked
package app.keyhold.demo;

import org.jspecify.annotations.NullMarked;
