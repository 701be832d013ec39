package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Takes a header from the front of a stream, and not one byte more.
public final class HeaderReader {
    private static final Set<Integer> UNCOMMITTED =
            Set.of(0x0014, 0x0046, 0x0078, 0x0114, 0x0146, 0x0178, 0x0214, 0x0346, 0x0378);

    private final InputStream in;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private HeaderReader(InputStream in) {
        this.in = in;
    }

    /// @throws MessageException if there is no header of the format, version 2
    public static ReadHeader read(InputStream in) throws IOException {
        return new HeaderReader(in).read();
    }

    private ReadHeader read() throws IOException {
        requireVersion();
        AlgorithmSuite suite = suite();
        Blob messageId = Blob.of(take(HeaderLayout.MESSAGE_ID_BYTES));
        int contextOffset = taken.size();
        Map<String, String> context = ContextCodec.decode(ByteBuffer.wrap(take(unsignedShort())), contextOffset);
        List<EncryptedDataKey> dataKeys = dataKeys();
        requireFramed();
        int frameLength = frameLength();
        Blob commitment = Blob.of(take(HeaderLayout.COMMITMENT_BYTES));
        Blob body = Blob.of(taken.toByteArray());
        Blob tag = Blob.of(take(HeaderLayout.TAG_BYTES));
        return new ReadHeader(new Header(suite, messageId, context, dataKeys, frameLength, commitment), body, tag);
    }

    private void requireVersion() throws IOException {
        int version = in.read();
        if (version == 1) {
            int type = in.read();
            if (type == 0x80) {
                throw MessageException.unsupported(0, "A message of format version 1; only version 2 is read here");
            }
        }
        if (version != HeaderLayout.VERSION) {
            throw new MessageException(MessageException.Kind.NOT_A_MESSAGE, 0, "No message of the AWS Encryption SDK");
        }
        taken.write(version);
    }

    private AlgorithmSuite suite() throws IOException {
        int id = unsignedShort();
        var suite = AlgorithmSuite.withId(id);
        if (suite.isEmpty()) {
            throw UNCOMMITTED.contains(id)
                    ? MessageException.unsupported(
                            HeaderLayout.SUITE_OFFSET,
                            "Algorithm suite " + HexFormat.of().toHexDigits((short) id)
                                    + " does not commit to its key; only 0478 and 0578 are read here")
                    : new MessageException(
                            MessageException.Kind.NOT_A_MESSAGE,
                            HeaderLayout.SUITE_OFFSET,
                            "No message of the AWS Encryption SDK: unknown algorithm suite");
        }
        return suite.get();
    }

    private List<EncryptedDataKey> dataKeys() throws IOException {
        int offset = taken.size();
        int count = unsignedShort();
        if (count == 0) {
            throw MessageException.damaged(offset, "The header holds no wrapped data key");
        }
        var keys = new ArrayList<EncryptedDataKey>();
        for (int i = 0; i < count; i++) {
            String provider = ContextCodec.text(take(unsignedShort()), offset);
            Blob info = Blob.of(take(unsignedShort()));
            keys.add(new EncryptedDataKey(provider, info, Blob.of(take(unsignedShort()))));
        }
        return keys;
    }

    private void requireFramed() throws IOException {
        int offset = taken.size();
        switch (take(1)[0]) {
            case HeaderLayout.FRAMED -> {}
            case HeaderLayout.UNFRAMED ->
                throw MessageException.unsupported(offset, "A message without frames; only framed ones are read here");
            default -> throw MessageException.damaged(offset, "The content type is neither framed nor unframed");
        }
    }

    private int frameLength() throws IOException {
        int offset = taken.size();
        int length = ByteBuffer.wrap(take(4)).getInt();
        if (length == 0) {
            throw MessageException.damaged(offset, "The frame length is 0");
        }
        if (length < 0 || length > HeaderLayout.MAX_FRAME_LENGTH) {
            throw MessageException.unsupported(offset, "Frames of more than 32 MiB are not read here");
        }
        return length;
    }

    private int unsignedShort() throws IOException {
        return Short.toUnsignedInt(ByteBuffer.wrap(take(2)).getShort());
    }

    private byte[] take(int length) throws IOException {
        if (taken.size() + length > HeaderLayout.MAX_HEADER_BYTES) {
            throw MessageException.unsupported(taken.size(), "The header is longer than 1 MiB");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw MessageException.truncated(taken.size() + bytes.length);
        }
        taken.writeBytes(bytes);
        return bytes;
    }
}
