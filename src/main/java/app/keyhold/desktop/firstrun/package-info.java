/// From nothing to the first encrypted file in six pages: welcome, where, passphrase, recovery sheet, service-managed keys,
/// done. The vault is made after the passphrase; everything before can be changed by going back.
@NullMarked
package app.keyhold.desktop.firstrun;

import org.jspecify.annotations.NullMarked;
