/// The making of a key in five steps. The model gathers a [KeyDraft]; the draft says what would be asked of the service,
/// which the last step shows and the model then asks for.
@NullMarked
package app.keyhold.desktop.keys.create;

import org.jspecify.annotations.NullMarked;
