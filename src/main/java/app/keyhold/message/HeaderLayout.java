package app.keyhold.message;

/// The header in bytes, big endian. Spec: data-format/message-header.md, version 2.0.
///
/// ```
/// version 1 | suite 2 | message id 32 | context length 2 | context | data key count 2 | data keys
/// | content type 1 | frame length 4 | commitment 32 || tag 16
/// ```
final class HeaderLayout {
    static final int VERSION = 2;
    static final int FRAMED = 2;
    static final int UNFRAMED = 1;

    static final int SUITE_OFFSET = 1;
    static final int MESSAGE_ID_OFFSET = SUITE_OFFSET + 2; // 3
    static final int MESSAGE_ID_BYTES = 32;
    static final int CONTEXT_OFFSET = MESSAGE_ID_OFFSET + MESSAGE_ID_BYTES; // 35
    static final int LENGTH_BYTES = 2; // of every length and count
    static final int COMMITMENT_BYTES = 32;
    static final int TRAILER_BYTES = 1 + 4 + COMMITMENT_BYTES; // content type, frame length, commitment: 37
    static final int TAG_BYTES = 16;

    /// Limits of Keyhold, not of the format: what a header may make a reader allocate.
    static final int MAX_HEADER_BYTES = 1 << 20;

    static final int MAX_FRAME_LENGTH = 32 << 20;

    /// What two length bytes can say.
    static final int MAX_FIELD_BYTES = 0xFFFF;

    private HeaderLayout() {}
}
