package app.keyhold.bench;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Calls of 400 days, made as fast as the door takes them: most by the owner, some by two who may, some by one who may not.
final class BusyYear extends Clock {
    private static final int CALLERS = 32;
    private static final int KEYS = 14;
    private static final Duration LENGTH = Duration.ofDays(400);

    private final Instant start;
    private final int events;
    private final AtomicInteger done = new AtomicInteger();

    BusyYear(int events) {
        this.events = events;
        this.start = Instant.now().minus(LENGTH);
    }

    void happen(Client owner, List<Client> others, Client stranger) throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            keys.add(owner.call(app.keyhold.kms.operation.key.CreateKey.Request.of(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT, "bench " + i)).keyMetadata().keyId());
        }
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                Random random = new Random(caller);
                running.add(callers.submit(() -> {
                    while (done.getAndIncrement() < events) {
                        one(owner, others, stranger, keys, random);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    private static void one(Client owner, List<Client> others, Client stranger, List<String> keys, Random random) {
        String key = keys.get((int) (KEYS * random.nextDouble() * random.nextDouble()));
        int kind = random.nextInt(100);
        Client caller = kind < 3 ? stranger : random.nextInt(4) == 0 ? others.get(random.nextInt(others.size())) : owner;
        try (SecretBytes text = SecretBytes.takeOver(new byte[32])) {
            if (kind < 70) {
                caller.call(Encrypt.Request.of(key, text, Map.of("project", "bench")));
            } else if (kind < 85) {
                caller.call(app.keyhold.kms.operation.encryption.GenerateDataKeyWithoutPlaintext.Request.aes256(key, Map.of()));
            } else if (kind < 98) {
                caller.call(DescribeKey.Request.of(key));
            } else {
                owner.call(new UpdateKeyDescription.Request("number " + random.nextInt(), key));
            }
        } catch (KmsException denied) {
            // recorded, which is what counts
        }
    }

    @Override
    public Instant instant() {
        return start.plusMillis(LENGTH.toMillis() * Math.min(done.get(), events) / events);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
