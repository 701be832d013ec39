/// What happened, in an order nobody can change unseen: events, their canonical form, the hash chain over them and the
/// signed checkpoints. Storage stands behind interfaces; this room computes and verifies.
@NullMarked
package app.keyhold.audit;

import org.jspecify.annotations.NullMarked;
