package app.keyhold.crypto.token;

import app.keyhold.crypto.token.Frame.Order;
import app.keyhold.crypto.token.TokenException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// Keyhold's end of the line to one token's process: many callers, each answered by the number of its request. If the
/// process ends, hangs or says what is no message, everybody who waits is told and the process is gone for good.
final class TokenChannel implements AutoCloseable {
    private final Process process;
    private final OutputStream out;
    private final Map<Long, CompletableFuture<Frame>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile boolean over;

    TokenChannel(Process process, String name) {
        this.process = process;
        this.out = process.getOutputStream();
        Thread.ofPlatform().daemon().name(name).start(() -> listen(process.getInputStream()));
    }

    boolean isOpen() {
        return !over;
    }

    /// @return the answer, which is one of [Frame.Answer]; its wiping is the caller's
    /// @throws TokenException TIMED_OUT, FAILED
    Frame ask(Duration patience, Order order, byte[]... fields) {
        long number = numbers.incrementAndGet();
        var answer = new CompletableFuture<Frame>();
        waiting.put(number, answer);
        try {
            send(Frame.of(number, order, fields));
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            close();
            throw new TokenException(
                    Reason.TIMED_OUT, "The token did not answer within " + patience.toSeconds() + " seconds.", late);
        } catch (ExecutionException | IOException ended) {
            close();
            throw new TokenException(Reason.FAILED, "The token's library ended unexpectedly.", ended);
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new TokenException(Reason.FAILED, "Waiting for the token was interrupted.", stopped);
        } finally {
            waiting.remove(number);
        }
    }

    private synchronized void send(Frame request) throws IOException {
        if (over) {
            throw new IOException("The token's process is gone");
        }
        request.writeTo(out);
    }

    private void listen(InputStream in) {
        try {
            var next = Frame.readFrom(in);
            while (next.isPresent()) {
                Frame answer = next.get();
                CompletableFuture<Frame> asked = waiting.remove(answer.number());
                if (asked == null || !asked.complete(answer)) {
                    answer.wipe();
                }
                next = Frame.readFrom(in);
            }
        } catch (IOException ended) {
            // Told below, to everybody who waits.
        } finally {
            close();
        }
    }

    /// Ends the process, and with it its login.
    @Override
    public void close() {
        over = true;
        process.destroyForcibly();
        waiting.values().forEach(asked -> asked.completeExceptionally(new IOException("The token's process is gone")));
    }
}
