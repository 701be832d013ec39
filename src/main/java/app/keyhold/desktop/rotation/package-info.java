/// When keys rotate and when they end: a Gantt of key materials, the same as an agenda table, and what to do about it.
@NullMarked
package app.keyhold.desktop.rotation;

import org.jspecify.annotations.NullMarked;
