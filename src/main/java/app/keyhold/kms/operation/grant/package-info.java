/// Grants: made, listed, retired by those they name, revoked by those who manage the key.
@NullMarked
package app.keyhold.kms.operation.grant;

import org.jspecify.annotations.NullMarked;
