/// What can go bad, looked at on request: each check with its state in a word, what to do, and what Keyhold can do itself.
@NullMarked
package app.keyhold.desktop.health;

import org.jspecify.annotations.NullMarked;
