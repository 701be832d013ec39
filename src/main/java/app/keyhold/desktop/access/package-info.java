/// Who there is: people with a keyslot and programs without one. A person's passphrase is typed into a field that is
/// wiped, and goes to the door and nowhere else.
@NullMarked
package app.keyhold.desktop.access;

import org.jspecify.annotations.NullMarked;
