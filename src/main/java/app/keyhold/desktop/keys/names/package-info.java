/// What a key is called and marked with: aliases, tags, description. Every change can be taken back.
@NullMarked
package app.keyhold.desktop.keys.names;

import org.jspecify.annotations.NullMarked;
