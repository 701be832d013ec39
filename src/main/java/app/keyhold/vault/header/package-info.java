/// vault.json: what it holds, its one exact form, and how it is replaced so that a crash leaves the old or the new one.
/// Outer object: magic, version, the header's exact bytes in base64, their plain SHA-256 (tells damage before any key is
/// known) and their MAC (tells forgery once the root key is).
@NullMarked
package app.keyhold.vault.header;

import org.jspecify.annotations.NullMarked;
