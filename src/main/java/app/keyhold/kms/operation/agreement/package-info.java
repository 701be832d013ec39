/// Two parties come to a shared secret: each from its own private key and the other's public one, or one of them makes
/// it and encapsulates it for the other.
@NullMarked
package app.keyhold.kms.operation.agreement;

import org.jspecify.annotations.NullMarked;
