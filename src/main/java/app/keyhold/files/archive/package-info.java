/// Several files and folders as one tar stream (POSIX pax), and back. What is written holds names, contents, permissions
/// and times and nothing of who owned it. What is read is trusted as little as any archive: see [Unpacking].
@NullMarked
package app.keyhold.files.archive;

import org.jspecify.annotations.NullMarked;
