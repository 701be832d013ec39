/// Material that is brought along: parameters, import, deletion.
@NullMarked
package app.keyhold.kms.operation.imported;

import org.jspecify.annotations.NullMarked;
