@NullMarked
package app.keyhold.kms.operation.key;

import org.jspecify.annotations.NullMarked;
