@NullMarked
package app.keyhold.kms.operation.policy;

import org.jspecify.annotations.NullMarked;
