/// Small things every screen is made of: text that is copied, chips, cards, badges, states, dialogs. They know nothing of
/// keys, files or the vault.
@NullMarked
package app.keyhold.desktop.part;

import org.jspecify.annotations.NullMarked;
