@NullMarked
package app.keyhold.kms.operation.mac;

import org.jspecify.annotations.NullMarked;
