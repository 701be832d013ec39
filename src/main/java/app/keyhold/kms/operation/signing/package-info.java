@NullMarked
package app.keyhold.kms.operation.signing;

import org.jspecify.annotations.NullMarked;
