package app.keyhold.message;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// A message being written under a fresh data key. The header is sealed once, at [#begin]; frame numbers are handed out
/// once each, and a [Frame] can be sealed once: a second plaintext under the same number would give both away, and the
/// authentication key with them. A message that went wrong is dropped; there is no way to continue one.
///
/// Safe for use by several threads.
public final class OutgoingMessage implements AutoCloseable {
    /// Context keys that belong to the format. Spec: framework/cmm-interface.md, "reserved".
    public static final String RESERVED_PREFIX = "aws-crypto-";

    private final Header header;
    private final Blob headerBytes;
    private final MessageKeys keys;
    private final Optional<MessageSignature.Signer> signer;
    private final AtomicLong claimed = new AtomicLong();

    private OutgoingMessage(
            Header header, Blob headerBytes, MessageKeys keys, Optional<MessageSignature.Signer> signer) {
        this.header = header;
        this.headerBytes = headerBytes;
        this.keys = keys;
        this.signer = signer;
    }

    /// @param suite one that commits to its key
    /// @throws MessageException of kind REFUSED if the context is reserved or too long
    public static OutgoingMessage begin(
            Keyring keyring, AlgorithmSuite suite, Map<String, String> context, int frameLength) {
        if (!suite.committing()) {
            throw new IllegalArgumentException("Messages without a commitment are not written");
        }
        context.keySet().stream().filter(key -> key.startsWith(RESERVED_PREFIX)).findFirst().ifPresent(key -> {
            throw MessageException.refused("Context keys that begin with aws-crypto- are reserved: " + key);
        });
        var signer = Optional.of(suite).filter(AlgorithmSuite::signed).map(it -> MessageSignature.signer(it.signing()));
        var full = new HashMap<>(context);
        signer.ifPresent(it -> full.put(MessageSignature.CONTEXT_KEY, it.publicKey()));
        requireReadable(full);
        DataKey dataKey = keyring.generate(full);
        try (var plaintext = dataKey.plaintext()) {
            Blob messageId = Blob.of(Randomness.bytes(HeaderLayout.MESSAGE_ID_BYTES));
            var keys = MessageKeys.derive(plaintext, suite, messageId);
            var header = new Header(
                    suite, messageId, Map.copyOf(full), dataKey.wrapped(), frameLength, keys.commitment());
            byte[] body = HeaderWriter.body(header);
            return new OutgoingMessage(header, withTag(body, keys), keys, signer);
        }
    }

    /// The format could hold more, but the SDK for Java refuses it.
    private static void requireReadable(Map<String, String> context) {
        if (context.containsKey("") || context.containsValue("")) {
            throw MessageException.refused("The encryption context has an empty name or value, which other programs do not read");
        }
        if (ContextCodec.encode(context).length > HeaderLayout.MAX_WRITTEN_CONTEXT_BYTES) {
            throw MessageException.refused("The encryption context is longer than 32,767 bytes, which other programs do not read");
        }
    }

    public Header header() {
        return header;
    }

    /// Header body and tag, as they stand at the front of the message.
    public byte[] headerBytes() {
        return headerBytes.toByteArray();
    }

    public FrameLayout layout(long plaintextSize) {
        return FrameLayout.ofPlaintext(headerBytes.size(), header.frameLength(), plaintextSize);
    }

    /// The next frame number that nobody has had yet.
    public Frame claim() {
        long index = claimed.getAndIncrement();
        if (index >= FrameLayout.MAX_FRAMES) {
            throw MessageException.refused("Too long for one message");
        }
        return new Frame(index);
    }

    public FrameSealer sealer() {
        return new FrameSealer(keys.key(), header.messageId(), FramePath::preferred);
    }

    /// One that goes `path`, whatever is preferred.
    public FrameSealer sealer(FramePath path) {
        return new FrameSealer(keys.key(), header.messageId(), () -> path);
    }

    /// Opens the message just written, to check it.
    ///
    /// @throws MessageException of kind DAMAGED if `read` is not its header
    public IncomingMessage readBack(ReadHeader read) {
        return IncomingMessage.readBack(read, keys);
    }

    Optional<MessageSignature.Signer> signer() {
        return signer;
    }

    /// Wipes the key.
    @Override
    public void close() {
        keys.close();
    }

    private static Blob withTag(byte[] body, MessageKeys keys) {
        byte[] tag = keys.headerTag(Blob.of(body), Blob.of(new byte[0])).toByteArray();
        byte[] whole = new byte[body.length + tag.length];
        System.arraycopy(body, 0, whole, 0, body.length);
        System.arraycopy(tag, 0, whole, body.length, tag.length);
        return Blob.of(whole);
    }

    /// The right to encrypt one frame, once.
    public static final class Frame {
        private final long index;
        private final AtomicBoolean used = new AtomicBoolean();

        private Frame(long index) {
            this.index = index;
        }

        /// From 0; the number in the message is one more.
        public long index() {
            return index;
        }

        int use() {
            if (used.getAndSet(true)) {
                throw new IllegalStateException("Frame " + (index + 1) + " has been encrypted before");
            }
            return (int) (index + 1);
        }
    }
}
