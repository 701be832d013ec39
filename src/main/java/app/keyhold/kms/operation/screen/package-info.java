/// Queries behind the screens and their command-line twins: the same door, authorised each time, filtered by what the
/// principal may describe, audited once per screen and session.
@NullMarked
package app.keyhold.kms.operation.screen;

import org.jspecify.annotations.NullMarked;
