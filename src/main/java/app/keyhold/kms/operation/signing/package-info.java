/// Signatures under asymmetric keys, and the public halves to verify them with elsewhere.
@NullMarked
package app.keyhold.kms.operation.signing;

import org.jspecify.annotations.NullMarked;
