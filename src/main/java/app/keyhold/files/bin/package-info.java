/// The bin of the computer: where people find again what they threw away. Files are moved there and never deleted; where
/// moving is not possible, they stay.
@NullMarked
package app.keyhold.files.bin;

import org.jspecify.annotations.NullMarked;
