package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes a header of either version from the front of a stream, and not one byte more.
public final class HeaderReader {
    private final InputStream in;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private HeaderReader(InputStream in) {
        this.in = in;
    }

    /// @throws MessageException if there is no header of the format
    public static ReadHeader read(InputStream in) throws IOException {
        return new HeaderReader(in).read();
    }

    private ReadHeader read() throws IOException {
        int version = version();
        AlgorithmSuite suite = suite(version);
        Blob messageId = Blob.of(take(HeaderLayout.messageIdBytes(suite)));
        int contextOffset = taken.size();
        Map<String, String> context = ContextCodec.decode(ByteBuffer.wrap(take(unsignedShort())), contextOffset);
        List<EncryptedDataKey> dataKeys = dataKeys();
        boolean framed = framed();
        boolean old = version == HeaderLayout.OLD_VERSION;
        if (old) {
            requireReserved();
        }
        int frameLength = frameLength(framed);
        Blob commitment = Blob.of(take(old ? 0 : HeaderLayout.COMMITMENT_BYTES));
        Blob body = Blob.of(taken.toByteArray());
        Blob iv = Blob.of(take(old ? HeaderLayout.IV_BYTES : 0));
        Blob tag = Blob.of(take(HeaderLayout.TAG_BYTES));
        return new ReadHeader(new Header(suite, messageId, context, dataKeys, frameLength, commitment), body, iv, tag);
    }

    private int version() throws IOException {
        int version = in.read();
        taken.write(version);
        if (version == 'A') {
            requireNoBase64();
        }
        boolean known = version == HeaderLayout.VERSION
                || version == HeaderLayout.OLD_VERSION
                        && Byte.toUnsignedInt(take(1)[0]) == HeaderLayout.OLD_TYPE;
        if (!known) {
            throw MessageException.notAMessage(0, "No message of the AWS Encryption SDK");
        }
        return version;
    }

    /// Spec: decrypt.md#parse-the-header, of the first bytes of a message in base64. They say its version, its type or
    /// half its suite.
    private void requireNoBase64() throws IOException {
        int second = in.read();
        if (second == 'Y' || second == 'g') {
            throw MessageException.notAMessage(
                    0, "No message of the AWS Encryption SDK, but maybe the base64 of one: decode it first");
        }
    }

    private AlgorithmSuite suite(int version) throws IOException {
        int offset = taken.size();
        return AlgorithmSuite.withId(unsignedShort())
                .filter(suite -> suite.formatVersion() == version)
                .orElseThrow(() -> MessageException.notAMessage(
                        offset, "No message of the AWS Encryption SDK: unknown algorithm suite"));
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

    private boolean framed() throws IOException {
        int offset = taken.size();
        return switch (take(1)[0]) {
            case HeaderLayout.FRAMED -> true;
            case HeaderLayout.UNFRAMED -> false;
            default -> throw MessageException.damaged(offset, "The content type is neither framed nor unframed");
        };
    }

    private void requireReserved() throws IOException {
        int offset = taken.size();
        if (ByteBuffer.wrap(take(HeaderLayout.RESERVED_BYTES)).getInt() != 0) {
            throw MessageException.damaged(offset, "The reserved bytes are not zero");
        }
        if (take(1)[0] != HeaderLayout.IV_BYTES) {
            throw MessageException.damaged(
                    offset + HeaderLayout.RESERVED_BYTES, "The IV length is not that of the algorithm suite");
        }
    }

    private int frameLength(boolean framed) throws IOException {
        int offset = taken.size();
        int length = ByteBuffer.wrap(take(4)).getInt();
        if (framed == (length == 0)) {
            throw MessageException.damaged(
                    offset, framed ? "The frame length is 0" : "A body without frames has a frame length");
        }
        if (length < 0 || length > HeaderLayout.MAX_FRAME_LENGTH) {
            throw MessageException.unsupported(offset, "Frames of more than 1 GiB are not read here");
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
