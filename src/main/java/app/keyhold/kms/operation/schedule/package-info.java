/// What the service does by itself: find what is due, rotate, delete. Allowed to the `kms` service alone, on its own
/// schedule.
@NullMarked
package app.keyhold.kms.operation.schedule;

import org.jspecify.annotations.NullMarked;
