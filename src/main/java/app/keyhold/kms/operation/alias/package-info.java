@NullMarked
package app.keyhold.kms.operation.alias;

import org.jspecify.annotations.NullMarked;
