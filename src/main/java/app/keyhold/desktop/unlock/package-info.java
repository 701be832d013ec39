/// The page in front of a locked vault. A wrong passphrase, damage, a newer format and missing memory are four different
/// sentences, said in place; the field keeps its text and the focus.
@NullMarked
package app.keyhold.desktop.unlock;

import org.jspecify.annotations.NullMarked;
