/// What a person can choose: look, locking, drops. Kept in one small file outside every vault; no secret is in it.
@NullMarked
package app.keyhold.desktop.settings;

import org.jspecify.annotations.NullMarked;
