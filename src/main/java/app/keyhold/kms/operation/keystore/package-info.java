/// Custom key stores: making, describing, changing, removing, connecting and disconnecting them, and the tokens they may
/// stand on.
@NullMarked
package app.keyhold.kms.operation.keystore;

import org.jspecify.annotations.NullMarked;
