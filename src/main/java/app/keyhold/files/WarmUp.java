package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.GcmCiphers;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.DataKey;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.FrameOpener;
import app.keyhold.message.FramePath;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/// Finds the way on which frames are fastest: loads the native library, and where there is none, works on frames of nothing
/// under a key of nobody until that is fast. The JDK's AES-GCM takes up to a hundred times as long until the virtual machine
/// has compiled it, and the compiler's time passes unseen beside a key derivation.
public final class WarmUp {
    /// So many words of a command name many files.
    private static final int MANY = 16;

    private static final long MUCH = 16 << 20;

    /// What a derivation of the least cost leaves time for on a second processor.
    private static final int MUCH_PRACTICE = 128;

    private static final int SMALL = 4 << 10;
    private static final int LARGEST_FRAME = 64 << 10;

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WarmUp() {}

    /// One way, as it is tried: calls of `frame` bytes in rounds, until a frame of `probe` bytes takes at most
    /// `fast` nanoseconds each way.
    private record Trial(FramePath path, int frame, int calls, int rounds, int probe, long fast) {}

    /// Many short calls make the virtual machine compile the one method that arrays live on, few long ones do not. The
    /// launcher asks it to do so after some hundred; where nobody asked, it may never happen.
    private static final Trial ARRAYS = new Trial(FramePath.ARRAYS, 1 << 10, 64, 100, 64 << 10, 40_000);

    /// Off the heap, what counts is how much has passed.
    private static final Trial BUFFERS = new Trial(FramePath.BUFFERS, 8 << 10, 32, 256, 8 << 10, 8_000);

    /// Where it pays, by the words of a command: for a large file or a stream, for many files, a folder. Takes
    /// a while, on the thread that calls.
    public static void runFor(List<String> words) {
        if ((words.size() >= MANY || words.stream().anyMatch(WarmUp::isMuch)) && !STARTED.getAndSet(true)) {
            run();
        }
    }

    /// For how many files a command should [#practise]: once is enough to have everything there, often makes it fast.
    public static int practiceFor(List<String> words) {
        return words.size() >= MANY ? MUCH_PRACTICE : 1;
    }

    /// Once in a process; returns at once.
    public static void start() {
        if (!STARTED.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("keyhold-warm-up").start(WarmUp::run);
        }
    }

    private static boolean isMuch(String word) {
        try {
            var attributes = Files.readAttributes(Path.of(word), BasicFileAttributes.class);
            return attributes.isDirectory() || attributes.isRegularFile() && attributes.size() >= MUCH;
        } catch (IOException | InvalidPathException noFile) {
            return word.equals("-");
        }
    }

    private static void run() {
        if (GcmCiphers.ofTheNatives().isPresent()) {
            FramePath.prefer(FramePath.NATIVE);
        } else if (succeeds(ARRAYS)) {
            FramePath.prefer(FramePath.ARRAYS);
        } else {
            succeeds(BUFFERS);
        }
    }

    /// What is done for each of many files, without the files.
    ///
    /// @param nobody whose keys seal nothing that anyone keeps
    public static void practise(Client nobody, int files) {
        var failures = Failures.of(Path.of("nothing"));
        var register = new FileRegister(nobody);
        for (int i = 0; i < files; i++) {
            var keyring = KmsKeyring.sealing(nobody, List.of(FileService.SERVICE_KEY), failures);
            try (var message = OutgoingMessage.begin(
                            keyring, AlgorithmSuite.of(false), Map.of(), Encryption.FRAME_LENGTH);
                    var buffers = new FrameBuffers(SMALL, SMALL + Encryption.ALLOWANCE)) {
                message.headerBytes();
                message.sealer()
                        .seal(
                                message.claim(),
                                true,
                                buffers.plaintext(SMALL),
                                buffers.message(SMALL + Encryption.ALLOWANCE));
                register.add(
                        keyring,
                        message.header().messageId(),
                        SMALL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            }
        }
        register.settle();
    }

    private static boolean succeeds(Trial trial) {
        var plaintext = ByteBuffer.allocateDirect(LARGEST_FRAME);
        var sealed = ByteBuffer.allocateDirect(2 * LARGEST_FRAME);
        try (var message = OutgoingMessage.begin(
                        new Nobody(), AlgorithmSuite.of(false), Map.of(), LARGEST_FRAME);
                var back = message.readBack(HeaderReader.read(new ByteArrayInputStream(message.headerBytes())))) {
            var sealer = message.sealer(trial.path());
            FrameOpener opener = back.opener(trial.path());
            IntConsumer frame = length -> {
                var claimed = message.claim();
                sealer.seal(claimed, false, plaintext.clear().limit(length), sealed.clear());
                opener.open(claimed.index() + 1, false, sealed.flip(), plaintext.clear(), 0);
            };
            for (int round = 0; round < trial.rounds(); round++) {
                for (int i = 0; i < trial.calls(); i++) {
                    frame.accept(trial.frame());
                }
                long begun = System.nanoTime();
                frame.accept(trial.probe());
                if (System.nanoTime() - begun < 2 * trial.fast()) {
                    return true;
                }
            }
            return false;
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
