/// The keys of the Region: a list with filters, one key with everything about it, and the making of a new one. Models ask
/// the door and hold what it answered; controllers bind it to the FXML beside them.
@NullMarked
package app.keyhold.desktop.keys;

import org.jspecify.annotations.NullMarked;
