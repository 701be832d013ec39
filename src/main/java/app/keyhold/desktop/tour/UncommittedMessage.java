package app.keyhold.desktop.tour;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A message in the first version of the format, whose suite does not commit to its key: the header is whole, the key and
/// the body are nobody's. The question about such messages comes before anything of them is opened.
public final class UncommittedMessage {
    private UncommittedMessage() {}

    /// @param keyArn the key it says it was encrypted under
    public static byte[] under(String keyArn) {
        byte[] provider = "aws-kms".getBytes(StandardCharsets.UTF_8);
        byte[] arn = keyArn.getBytes(StandardCharsets.UTF_8);
        var message = ByteBuffer.allocate(512)
                .put((byte) 0x01)
                .put((byte) 0x80)
                .putShort((short) 0x0178)
                .put(new byte[16])
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) provider.length)
                .put(provider)
                .putShort((short) arn.length)
                .put(arn)
                .putShort((short) 32)
                .put(new byte[32])
                .put((byte) 2)
                .putInt(0)
                .put((byte) 12)
                .putInt(4096)
                .put(new byte[12 + 16])
                .putInt(-1)
                .putInt(1)
                .put(new byte[12])
                .putInt(64)
                .put(new byte[64 + 16]);
        return Arrays.copyOf(message.array(), message.position());
    }
}
