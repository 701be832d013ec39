@NullMarked
package app.keyhold.kms.operation.tag;

import org.jspecify.annotations.NullMarked;
