/// Constraints on request members as annotations, checked once by the pipeline, all errors together, in the service's
/// wording.
@NullMarked
package app.keyhold.kms.shape;

import org.jspecify.annotations.NullMarked;
