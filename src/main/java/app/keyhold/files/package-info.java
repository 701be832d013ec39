/// Files in, encrypted files out, and back. An order comes in; key access and the header are settled before a byte is
/// written; frames are sealed or opened on all cores into a `.part` beside the target; only a complete, verified and
/// synced `.part` takes the target's name. The source is never touched. Keys are reached through the door alone, with
/// the person's own permissions; nothing here knows a screen or a terminal.
@NullMarked
package app.keyhold.files;

import org.jspecify.annotations.NullMarked;
