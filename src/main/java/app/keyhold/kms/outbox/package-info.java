/// Changes that touch two Regions. Two Regions are two files with no common commit, so such a change is committed in the
/// first one together with a row that says what the other still has to do; a worker has it done there, once, and takes
/// the row away.
@NullMarked
package app.keyhold.kms.outbox;

import org.jspecify.annotations.NullMarked;
