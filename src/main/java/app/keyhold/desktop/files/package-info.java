/// Files in, encrypted files out, and back: dropped, pasted or browsed for; looked at by content, not by name; settled on a
/// sheet; worked on as jobs, one row for each thing that was handed over.
@NullMarked
package app.keyhold.desktop.files;

import org.jspecify.annotations.NullMarked;
