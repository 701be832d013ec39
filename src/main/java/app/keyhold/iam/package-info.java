/// Who is calling and what they may do: principals with ARNs, policy documents, and an evaluation that answers with its
/// reasons. Knows nothing of keys or storage; the pipeline hands in documents and facts and acts on the decision.
@NullMarked
package app.keyhold.iam;

import org.jspecify.annotations.NullMarked;
