/// A backup is one tar file: manifest, header, and a copy of every Region's database, still encrypted. The manifest's MAC,
/// under the header MAC key, ties them together; nothing counts as a backup before it was opened again.
@NullMarked
package app.keyhold.vault.backup;

import org.jspecify.annotations.NullMarked;
