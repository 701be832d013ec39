/// A key's grants: the list, and the making of one.
@NullMarked
package app.keyhold.desktop.keys.grant;

import org.jspecify.annotations.NullMarked;
