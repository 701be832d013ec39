/// The one door. `Kms.call` takes a caller and a request record; the pipeline checks shape, finds the keys, authorizes,
/// checks usage and state, prepares, and commits the change together with its audit row before it answers.
@NullMarked
package app.keyhold.kms;

import org.jspecify.annotations.NullMarked;
