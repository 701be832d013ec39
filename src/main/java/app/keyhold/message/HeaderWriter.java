package app.keyhold.message;

import static app.keyhold.message.HeaderLayout.LENGTH_BYTES;
import static app.keyhold.message.HeaderLayout.MAX_FIELD_BYTES;

import app.keyhold.crypto.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The header body in bytes, without the tag that authenticates it.
final class HeaderWriter {
    private HeaderWriter() {}

    static byte[] body(Header header) {
        byte[] context = ContextCodec.encode(header.context());
        if (header.dataKeys().isEmpty()) {
            // Spec: message-header.md#encrypted-data-key-count "This value MUST be greater than 0."
            throw MessageException.refused("A message needs a wrapped data key");
        }
        int size = HeaderLayout.CONTEXT_OFFSET + LENGTH_BYTES + context.length + LENGTH_BYTES;
        for (var key : header.dataKeys()) {
            size += 3 * LENGTH_BYTES
                    + key.providerId().getBytes(StandardCharsets.UTF_8).length
                    + key.providerInfo().size()
                    + key.ciphertext().size();
        }
        size += HeaderLayout.TRAILER_BYTES;
        if (size + HeaderLayout.TAG_BYTES > HeaderLayout.MAX_HEADER_BYTES) {
            throw MessageException.refused("The header would be longer than 1 MiB");
        }
        var out = ByteBuffer.allocate(size)
                .put((byte) HeaderLayout.VERSION)
                .putShort((short) header.suite().id())
                .put(header.messageId().toByteArray())
                .putShort((short) context.length)
                .put(context)
                .putShort((short) header.dataKeys().size());
        for (var key : header.dataKeys()) {
            putField(out, key.providerId().getBytes(StandardCharsets.UTF_8));
            putField(out, key.providerInfo());
            putField(out, key.ciphertext());
        }
        return out.put((byte) HeaderLayout.FRAMED)
                .putInt(header.frameLength())
                .put(header.commitment().toByteArray())
                .array();
    }

    private static void putField(ByteBuffer out, Blob field) {
        putField(out, field.toByteArray());
    }

    private static void putField(ByteBuffer out, byte[] field) {
        if (field.length > MAX_FIELD_BYTES) {
            throw MessageException.refused("A wrapped data key is longer than 65,535 bytes");
        }
        out.putShort((short) field.length).put(field);
    }
}
