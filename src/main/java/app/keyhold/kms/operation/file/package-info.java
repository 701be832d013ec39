/// Remembering encrypted files and forgetting them; the query is with the screens'.
@NullMarked
package app.keyhold.kms.operation.file;

import org.jspecify.annotations.NullMarked;
