package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.DataKey;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.FrameOpener;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.Keyring;
import app.keyhold.message.OutgoingMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;

/// Works on frames of nothing under a key of nobody until that is fast. The JDK's AES-GCM takes thirty times as long
/// until the virtual machine has compiled it, and the compiler's time passes unseen beside a key derivation.
public final class WarmUp {
    private static final int FRAME = 8 << 10;
    private static final long MUCH = 16 << 20;
    private static final int ROUNDS = 256;
    private static final int FRAMES_A_ROUND = 32;

    /// Nanoseconds a frame: compiled, it takes five thousand; before, a hundred times as long.
    private static final long FAST = 8_000;

    private WarmUp() {}

    /// Where it pays, by the words of a command: for a large file or a stream. Returns at once; the work ends by itself and
    /// holds up no exit.
    public static void startFor(List<String> words) {
        if (words.stream().anyMatch(WarmUp::isMuch)) {
            Thread.ofPlatform().daemon().name("keyhold-warm-up").start(WarmUp::run);
        }
    }

    private static boolean isMuch(String word) {
        try {
            var attributes = Files.readAttributes(Path.of(word), BasicFileAttributes.class);
            return attributes.isRegularFile() && attributes.size() >= MUCH;
        } catch (IOException | InvalidPathException noFile) {
            return word.equals("-");
        }
    }

    private static void run() {
        var plaintext = ByteBuffer.allocateDirect(FRAME);
        var sealed = ByteBuffer.allocateDirect(2 * FRAME);
        try (var message = OutgoingMessage.begin(
                        new Nobody(), AlgorithmSuite.of(false), Map.of(), FRAME);
                var back = message.readBack(HeaderReader.read(new ByteArrayInputStream(message.headerBytes())))) {
            var sealer = message.sealer();
            FrameOpener opener = back.opener();
            for (int round = 0; round < ROUNDS; round++) {
                long begun = System.nanoTime();
                for (int i = 0; i < FRAMES_A_ROUND; i++) {
                    var frame = message.claim();
                    sealer.seal(frame, false, plaintext.clear(), sealed.clear());
                    opener.open(frame.index() + 1, false, sealed.flip(), plaintext.clear(), 0);
                }
                if (System.nanoTime() - begun < 2 * FAST * FRAMES_A_ROUND) {
                    return;
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Data keys that seal nothing anyone keeps.
    private static final class Nobody implements Keyring {
        @Override
        public DataKey generate(Map<String, String> context) {
            var none = new EncryptedDataKey("none", Blob.of(new byte[0]), Blob.of(new byte[0]));
            return new DataKey(SecretBytes.takeOver(Randomness.bytes(DataKey.BYTES)), List.of(none));
        }

        @Override
        public SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context) {
            throw new UnsupportedOperationException("Nothing is kept under these keys");
        }
    }
}
