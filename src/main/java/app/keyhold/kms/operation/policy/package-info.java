/// Key policies: read, and replaced after a check that their writer is not locked out.
@NullMarked
package app.keyhold.kms.operation.policy;

import org.jspecify.annotations.NullMarked;
