/// What a Region remembers of the files it encrypted: enough to say what a key protects and what is still on older
/// material, and no names unless the person wants that.
@NullMarked
package app.keyhold.kms.file;

import org.jspecify.annotations.NullMarked;
