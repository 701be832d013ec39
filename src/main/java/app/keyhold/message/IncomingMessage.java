package app.keyhold.message;

import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;

/// A message being read whose data key is open and whose header is authentic: only [#open] makes one.
///
/// Safe for use by several threads.
public final class IncomingMessage implements AutoCloseable {
    private final ReadHeader read;
    private final MessageKeys keys;
    private final Optional<MessageSignature.Verifier> verifier;

    private IncomingMessage(ReadHeader read, MessageKeys keys, Optional<MessageSignature.Verifier> verifier) {
        this.read = read;
        this.keys = keys;
        this.verifier = verifier;
    }

    /// Opens the data key, then checks commitment and header tag. What the keyring throws comes through.
    ///
    /// @throws MessageException of kind UNCOMMITTED if the policy does not allow its suite, of kind DAMAGED if the
    ///     header is not what was written
    public static IncomingMessage open(ReadHeader read, Keyring keyring, CommitmentPolicy policy) {
        Header header = read.header();
        policy.requireAllowed(header.suite());
        var verifier = verifier(header);
        try (var dataKey = keyring.unwrap(header.dataKeys(), header.context())) {
            return new IncomingMessage(read, authentic(read, dataKey), verifier);
        }
    }

    /// The message just written, under the key it was written with.
    static IncomingMessage readBack(ReadHeader read, MessageKeys keys) {
        requireAuthentic(read, keys);
        return new IncomingMessage(read, keys, verifier(read.header()));
    }

    /// The same message from the front again: a signature is verified once only.
    public IncomingMessage again() {
        return new IncomingMessage(read, keys, verifier(read.header()));
    }

    private static MessageKeys authentic(ReadHeader read, SecretBytes dataKey) {
        var keys = MessageKeys.derive(dataKey, read.header().suite(), read.header().messageId());
        try {
            requireAuthentic(read, keys);
            return keys;
        } catch (MessageException changed) {
            keys.close();
            throw changed;
        }
    }

    private static void requireAuthentic(ReadHeader read, MessageKeys keys) {
        // Spec: decrypt.md#get-the-decryption-materials, the commitment comes before the header tag.
        if (!keys.commitTo(read.header().commitment()) || !keys.authenticate(read)) {
            throw MessageException.damaged(0, "The header is not what was written");
        }
    }

    public Header header() {
        return read.header();
    }

    /// Where the frames of an unsigned framed message of `size` bytes are.
    public FrameLayout layout(long size) {
        return FrameLayout.ofMessage(read.size(), header().frameLength(), size);
    }

    /// Where the frames of a framed message of `size` bytes are, signed or not.
    ///
    /// @param read fills the buffer with the message's bytes from a position on
    public FrameLayout layout(long size, ObjLongConsumer<ByteBuffer> read) {
        return FrameLayout.of(this.read, size, read);
    }

    /// How long its parts are.
    ///
    /// @param read fills the buffer with the message's bytes from a position on
    /// @throws MessageException if no such message has `size` bytes
    public MessageSizes sizes(long size, ObjLongConsumer<ByteBuffer> read) {
        return MessageSizes.of(this.read, size, read);
    }

    public FrameOpener opener() {
        return new FrameOpener(keys.key(), header().messageId(), FramePath::preferred);
    }

    /// One that goes `path`, whatever is preferred.
    public FrameOpener opener(FramePath path) {
        return new FrameOpener(keys.key(), header().messageId(), () -> path);
    }

    /// Bytes before the body.
    public int headerSize() {
        return read.size();
    }

    MessageKeys.MessageKey key() {
        return keys.key();
    }

    ReadHeader read() {
        return read;
    }

    Optional<MessageSignature.Verifier> verifier() {
        return verifier;
    }

    /// Wipes the key.
    @Override
    public void close() {
        keys.close();
    }

    /// Spec: framework/default-cmm.md#decrypt-materials, a signed suite and its public key come together or not at all.
    private static Optional<MessageSignature.Verifier> verifier(Header header) {
        Map<String, String> context = header.context();
        Optional<String> publicKey = Optional.ofNullable(context.get(MessageSignature.CONTEXT_KEY));
        int offset = HeaderLayout.contextOffset(header.suite());
        if (publicKey.isPresent() != header.suite().signed()) {
            throw MessageException.damaged(offset, "A signed message and its public key do not come together");
        }
        return publicKey.map(key -> MessageSignature.verifier(header.suite().signing(), key, offset));
    }
}
