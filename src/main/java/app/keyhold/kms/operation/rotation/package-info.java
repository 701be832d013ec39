@NullMarked
package app.keyhold.kms.operation.rotation;

import org.jspecify.annotations.NullMarked;
