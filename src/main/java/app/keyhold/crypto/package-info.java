/// The hardware security module of this desk: algorithms and specs as data, thin calls on JCA providers and Bouncy
/// Castle, secrets that are wiped. Bytes and keys come in, bytes and keys go out; nothing here knows a key id, a
/// policy or a file.
@NullMarked
package app.keyhold.crypto;

import org.jspecify.annotations.NullMarked;
