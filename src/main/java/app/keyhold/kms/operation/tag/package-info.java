/// Tags of keys, in the order they were first set.
@NullMarked
package app.keyhold.kms.operation.tag;

import org.jspecify.annotations.NullMarked;
