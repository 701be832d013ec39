/// What needs attention, at a glance, and the ways from there.
@NullMarked
package app.keyhold.desktop.home;

import org.jspecify.annotations.NullMarked;
