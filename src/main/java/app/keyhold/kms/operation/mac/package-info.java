/// Message authentication codes under HMAC keys.
@NullMarked
package app.keyhold.kms.operation.mac;

import org.jspecify.annotations.NullMarked;
