/// What a key is made of: its materials, its public half, and material brought from elsewhere.
@NullMarked
package app.keyhold.desktop.keys.material;

import org.jspecify.annotations.NullMarked;
