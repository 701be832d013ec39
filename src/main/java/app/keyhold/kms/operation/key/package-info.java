/// The life of a key: made, described, switched off and on, scheduled for deletion and kept after all.
@NullMarked
package app.keyhold.kms.operation.key;

import org.jspecify.annotations.NullMarked;
