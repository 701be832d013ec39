package app.keyhold.files;

import java.io.InputStream;
import java.nio.ByteBuffer;

/// What is encrypted of a file, to be read at any place or from front to back.
interface Plaintext {
    long size();

    /// Fills `buffer` from `position` on.
    void read(ByteBuffer buffer, long position);

    /// From the beginning; not to be mixed with another stream of the same file.
    InputStream stream();
}
