@NullMarked
package app.keyhold.kms.operation.encryption;

import org.jspecify.annotations.NullMarked;
