/// What the keys of a Region would cost at a cloud's public prices: a ledger worked out from the history of the keys and of
/// the audit trail. Every figure is an estimate; Keyhold itself bills nothing.
@NullMarked
package app.keyhold.kms.cost;

import org.jspecify.annotations.NullMarked;
