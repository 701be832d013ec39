package app.keyhold.crypto.token;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.Frame.Answer;
import app.keyhold.crypto.token.Frame.Order;
import app.keyhold.crypto.token.TokenException.Reason;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.AEADBadTagException;

/// The process that holds one token: takes [Frame]s from its standard input, answers on its standard output, and ends
/// when either does. Whoever started it is the only one who can talk to it.
final class TokenProcess {
    /// A token in a network has better things to do than to wait for one caller.
    private static final int AT_ONCE = 8;

    private final InputStream in;
    private final OutputStream out;
    private Optional<Pkcs11Token> token = Optional.empty();

    private TokenProcess(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    public static void main(String[] nothing) throws IOException {
        try (var in = new FileInputStream(FileDescriptor.in);
                var out = new FileOutputStream(FileDescriptor.out)) {
            new TokenProcess(in, out).serve();
        }
        // Not by returning: a library's threads may go on for ever.
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            Optional<Frame> next = Frame.readFrom(in);
            while (next.isPresent()) {
                Frame request = next.get();
                if (token.isPresent()) {
                    workers.execute(() -> answer(request));
                } else {
                    answer(request);
                }
                next = Frame.readFrom(in);
            }
            workers.shutdownNow();
        }
    }

    private void answer(Frame request) {
        Frame answer;
        try {
            answer = Frame.of(request.number(), Answer.DONE, done(request));
        } catch (AEADBadTagException forged) {
            answer = Frame.of(request.number(), Answer.BAD_TAG);
        } catch (TokenException told) {
            answer = failed(request, told);
        } catch (RuntimeException failure) {
            answer = failed(
                    request,
                    new TokenException(
                            Reason.FAILED, "The token's process failed (" + failure.getClass().getSimpleName() + ").", failure));
        } finally {
            request.wipe();
        }
        send(answer);
    }

    private static Frame failed(Frame request, TokenException told) {
        return Frame.of(
                request.number(),
                Answer.FAILED,
                Frame.text(told.reason().name()),
                Frame.text(String.valueOf(told.getMessage())));
    }

    private synchronized void send(Frame answer) {
        try {
            answer.writeTo(out);
        } catch (IOException nobodyListens) {
            Runtime.getRuntime().halt(1);
        } finally {
            answer.wipe();
        }
    }

    private byte[][] done(Frame request) throws AEADBadTagException {
        return switch (Order.values()[request.kind()]) {
            case LIST -> listed(Slots.load(Path.of(request.text(0))).withTokens());
            case CONNECT -> {
                connect(request);
                yield new byte[][] {};
            }
            case GENERATE -> {
                open().generateKey(request.text(0));
                yield new byte[][] {};
            }
            case HOLDS -> new byte[][] {{(byte) (open().holds(request.text(0)) ? 1 : 0)}};
            case DELETE -> {
                open().deleteKey(request.text(0));
                yield new byte[][] {};
            }
            case SEAL -> {
                try (var plaintext = SecretBytes.copyOf(request.bytes(3))) {
                    yield new byte[][] {open().seal(request.text(0), request.bytes(1), request.bytes(2), plaintext)};
                }
            }
            case OPEN -> {
                try (SecretBytes plaintext =
                        open().open(request.text(0), request.bytes(1), request.bytes(2), request.bytes(3))) {
                    yield new byte[][] {plaintext.exposed()};
                }
            }
            case RANDOM -> {
                try (SecretBytes random = open().random(ByteBuffer.wrap(request.bytes(0)).getInt())) {
                    yield new byte[][] {random.exposed()};
                }
            }
        };
    }

    /// Library, label, serial number, PIN.
    private void connect(Frame request) {
        Path library = Path.of(request.text(0));
        Slots loaded = Slots.load(library);
        var slots = loaded.withTokens().stream()
                .filter(slot -> slot.token().label().equals(request.text(1))
                        && slot.token().serial().equals(request.text(2)))
                .toList();
        if (slots.size() != 1) {
            throw new TokenException(
                    Reason.NOT_PRESENT,
                    "There is " + (slots.isEmpty() ? "no token" : "more than one token") + " labelled " + request.text(1)
                            + " with the serial number " + request.text(2) + ".");
        }
        TokenInfo info = slots.getFirst().token();
        if (info.pinLocked()) {
            throw new TokenException(Reason.PIN_LOCKED, "The token's PIN is locked after too many wrong ones.");
        }
        if (!info.pinSet()) {
            throw new TokenException(Reason.PIN_NOT_SET, "The token has no user PIN yet.");
        }
        try (var pin = SecretBytes.copyOf(request.bytes(3))) {
            long slot = slots.getFirst().id();
            token = Optional.of(Pkcs11Token.open(library, slot, () -> isIn(loaded, slot, info), pin));
        }
    }

    private static boolean isIn(Slots slots, long slot, TokenInfo expected) {
        return slots.tokenIn(slot)
                .filter(found -> found.label().equals(expected.label()) && found.serial().equals(expected.serial()))
                .isPresent();
    }

    private Pkcs11Token open() {
        return token.orElseThrow(() -> new TokenException(Reason.FAILED, "No token is connected."));
    }

    /// Four texts and three flags for each token.
    private static byte[][] listed(List<Slots.Slot> slots) {
        List<byte[]> fields = new ArrayList<>();
        for (Slots.Slot slot : slots) {
            TokenInfo info = slot.token();
            fields.add(Frame.text(info.label()));
            fields.add(Frame.text(info.serial()));
            fields.add(Frame.text(info.manufacturer()));
            fields.add(Frame.text(info.model()));
            fields.add(new byte[] {flag(info.initialized()), flag(info.pinSet()), flag(info.pinLocked())});
        }
        return fields.toArray(byte[][]::new);
    }

    private static byte flag(boolean set) {
        return (byte) (set ? 1 : 0);
    }
}
