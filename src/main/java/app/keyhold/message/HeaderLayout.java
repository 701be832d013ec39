package app.keyhold.message;

/// The header in bytes, big endian. Spec: data-format/message-header.md.
///
/// ```
/// version 1 | type 0x80 | suite 2 | message id 16 | context length 2 | context | data key count 2 | data keys
/// | content type 1 | reserved 4 | IV length 1 | frame length 4 || IV 12 | tag 16
///
/// version 2 | suite 2 | message id 32 | context length 2 | context | data key count 2 | data keys
/// | content type 1 | frame length 4 | commitment 32 || tag 16
/// ```
/// Before `||` is what the tag is over; in version 2 its IV is zero.
final class HeaderLayout {
    static final int VERSION = 2;
    static final int OLD_VERSION = 1;
    static final int OLD_TYPE = 0x80;
    static final int FRAMED = 2;
    static final int UNFRAMED = 1;

    static final int VERSION_BYTES = 1;
    static final int SUITE_OFFSET = VERSION_BYTES;
    static final int MESSAGE_ID_OFFSET = SUITE_OFFSET + 2; // 3
    static final int MESSAGE_ID_BYTES = 32;
    static final int OLD_MESSAGE_ID_BYTES = 16;
    static final int CONTEXT_OFFSET = MESSAGE_ID_OFFSET + MESSAGE_ID_BYTES; // 35
    static final int OLD_CONTEXT_OFFSET = 1 + 1 + 2 + OLD_MESSAGE_ID_BYTES; // 20
    static final int LENGTH_BYTES = 2; // of every length and count
    static final int COMMITMENT_BYTES = 32;
    static final int TRAILER_BYTES = 1 + 4 + COMMITMENT_BYTES; // content type, frame length, commitment: 37
    static final int RESERVED_BYTES = 4;
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    /// Limits of Keyhold, not of the format: what a header may make a reader allocate.
    static final int MAX_HEADER_BYTES = 1 << 20;

    /// The format counts up to 4 GiB.
    static final int MAX_FRAME_LENGTH = 1 << 30;

    /// What two length bytes can say.
    static final int MAX_FIELD_BYTES = 0xFFFF;

    static final int MAX_WRITTEN_CONTEXT_BYTES = 0x7FFF;

    private HeaderLayout() {}

    static int messageIdBytes(AlgorithmSuite suite) {
        return suite.formatVersion() == OLD_VERSION ? OLD_MESSAGE_ID_BYTES : MESSAGE_ID_BYTES;
    }

    static int contextOffset(AlgorithmSuite suite) {
        return suite.formatVersion() == OLD_VERSION ? OLD_CONTEXT_OFFSET : CONTEXT_OFFSET;
    }
}
