package app.keyhold.crypto.token;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.Frame.Answer;
import app.keyhold.crypto.token.Frame.Order;
import app.keyhold.crypto.token.TokenException.Reason;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.crypto.AEADBadTagException;

/// A token as its process answers for it. Once it was lost it stays so: what the library remembers of a token that was
/// taken out is not to be trusted, and only a new process starts anew.
final class ProcessToken implements Token {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TokenChannel channel;

    ProcessToken(TokenChannel channel) {
        this.channel = channel;
    }

    @Override
    public void generateKey(String label) {
        done(Order.GENERATE, Frame.text(label));
    }

    @Override
    public boolean holds(String label) {
        return done(Order.HOLDS, Frame.text(label)).bytes(0)[0] == 1;
    }

    @Override
    public void deleteKey(String label) {
        done(Order.DELETE, Frame.text(label));
    }

    @Override
    public byte[] seal(String label, byte[] nonce, byte[] associatedData, SecretBytes plaintext) {
        return plaintext.use(plain ->
                done(Order.SEAL, Frame.text(label), nonce, associatedData, plain).bytes(0));
    }

    @Override
    public SecretBytes open(String label, byte[] nonce, byte[] associatedData, byte[] sealed) throws AEADBadTagException {
        Frame answer = channel.ask(PATIENCE, Order.OPEN, Frame.text(label), nonce, associatedData, sealed);
        if (answer.kind() == Answer.BAD_TAG.ordinal()) {
            throw new AEADBadTagException("Not sealed under this key, nonce and data");
        }
        return SecretBytes.takeOver(require(answer).bytes(0));
    }

    @Override
    public SecretBytes random(int length) {
        return SecretBytes.takeOver(done(Order.RANDOM, ByteBuffer.allocate(4).putInt(length).array())
                .bytes(0));
    }

    @Override
    public boolean isConnected() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        channel.close();
    }

    private Frame done(Order order, byte[]... fields) {
        return require(channel.ask(PATIENCE, order, fields));
    }

    private Frame require(Frame answer) {
        if (answer.kind() == Answer.DONE.ordinal()) {
            return answer;
        }
        TokenException failure = failure(answer);
        if (!failure.isAnswer()) {
            channel.close();
        }
        throw failure;
    }

    /// @param answer other than DONE
    static TokenException failure(Frame answer) {
        if (answer.kind() == Answer.FAILED.ordinal() && answer.fields().size() == 2) {
            return new TokenException(Reason.valueOf(answer.text(0)), answer.text(1));
        }
        return new TokenException(Reason.FAILED, "The token's process gave an answer nobody knows.");
    }
}
