package app.keyhold.message;

import app.keyhold.crypto.Blob;

/// A header as it was read: well-formed, but not authentic before an [IncomingMessage] has opened it.
///
/// @param body the bytes the tag is over
/// @param iv of the tag, where the message brings one; version 2 of the format has it zero
public record ReadHeader(Header header, Blob body, Blob iv, Blob tag) {
    /// Bytes before the body of the message.
    public int size() {
        return body.size() + iv.size() + tag.size();
    }
}
