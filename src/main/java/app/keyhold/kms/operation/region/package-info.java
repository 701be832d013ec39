/// Multi-Region keys: replicas, which of the relatives is the primary, and what they share. Two Regions are two files, so
/// every step that touches another Region is left in the outbox and done there by its own door.
@NullMarked
package app.keyhold.kms.operation.region;

import org.jspecify.annotations.NullMarked;
