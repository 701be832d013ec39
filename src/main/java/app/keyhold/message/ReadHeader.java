package app.keyhold.message;

import app.keyhold.crypto.Blob;

/// A header as it was read: well-formed, but not authentic before an [IncomingMessage] has opened it.
///
/// @param body the bytes the tag is over
public record ReadHeader(Header header, Blob body, Blob tag) {
    /// Bytes before the first frame.
    public int size() {
        return body.size() + tag.size();
    }
}
