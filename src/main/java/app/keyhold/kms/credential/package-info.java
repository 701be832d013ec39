/// What programs sign their requests with.
@NullMarked
package app.keyhold.kms.credential;

import org.jspecify.annotations.NullMarked;
