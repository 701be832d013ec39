/// What falls due: [app.keyhold.schedule.Schedule] catches up when a vault is unlocked and goes on while it is open. It
/// asks the door what is due and asks the door to do it, as the `kms` service; it knows no store and no policy.
@NullMarked
package app.keyhold.schedule;

import org.jspecify.annotations.NullMarked;
