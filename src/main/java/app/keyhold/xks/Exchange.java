package app.keyhold.xks;

import app.keyhold.kms.keystore.XksException;
import app.keyhold.kms.keystore.XksProblem;
import app.keyhold.kms.keystore.XksTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/// One signed POST and its answer, within bounds of time and size. Never follows a redirection: the signature is for one
/// host.
final class Exchange {
    private static final String SERVICE = "kms-xks-proxy";
    private static final int MOST_BYTES = 64 * 1024;
    /// The service gives a proxy 250 ms, inside its own network; a desk may be far away.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient client;
    private final InstantSource clock;
    private final UnaryOperator<URI> route;

    /// @param route where an address really is
    Exchange(HttpClient client, InstantSource clock, UnaryOperator<URI> route) {
        this.client = client;
        this.clock = clock;
        this.route = route;
    }

    record Answer(int status, byte[] body) {}

    static Duration patience() {
        return PATIENCE;
    }

    /// @param path below the proxy's own
    /// @throws XksException
    Answer post(XksTarget target, String path, byte[] json) {
        URI uri = route.apply(URI.create(target.uriEndpoint() + target.uriPath() + path));
        String date = SigV4.date(clock.instant());
        String authorization = new SigV4(target.region(), SERVICE, target.accessKeyId(), target.secretAccessKey())
                .authorization(host(uri), uri.getPath(), date, json);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Amz-Date", date)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        var body = new Bounded();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(body));
        int status = await(answer).statusCode();
        if (body.isTooLong()) {
            throw new XksException(XksProblem.MALFORMED);
        }
        return new Answer(status, body.bytes());
    }

    /// The request's own timeout ends with the headers; this one with the body.
    private static HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer) {
        try {
            return answer.get(PATIENCE.toMillis() + 500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new XksException(XksProblem.TIMED_OUT, late);
        } catch (ExecutionException failed) {
            throw new XksException(problem(failed), failed);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new XksException(XksProblem.UNREACHABLE, stopped);
        }
    }

    private static XksProblem problem(ExecutionException failed) {
        return switch (failed.getCause()) {
            case HttpConnectTimeoutException _ -> XksProblem.UNREACHABLE;
            case HttpTimeoutException _ -> XksProblem.TIMED_OUT;
            case SSLException _ -> XksProblem.TLS;
            case IOException wrapping when wrapping.getCause() instanceof SSLException -> XksProblem.TLS;
            case null, default -> XksProblem.UNREACHABLE;
        };
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// Keeps what a proxy may say and no more.
    private static final class Bounded implements Consumer<Optional<byte[]>> {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean tooLong;

        @Override
        public synchronized void accept(Optional<byte[]> part) {
            part.ifPresent(bytes -> {
                tooLong |= kept.size() + bytes.length > MOST_BYTES;
                if (!tooLong) {
                    kept.writeBytes(bytes);
                }
            });
        }

        synchronized boolean isTooLong() {
            return tooLong;
        }

        synchronized byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
