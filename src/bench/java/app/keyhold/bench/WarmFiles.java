package app.keyhold.bench;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.files.DecryptOrder;
import app.keyhold.files.Destination;
import app.keyhold.files.EncryptOrder;
import app.keyhold.files.FileService;
import app.keyhold.files.Progress;
import app.keyhold.files.Sealing;
import app.keyhold.files.WarmUp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// What the open desktop does with a large file, beside a plain copy of it by two threads: `FILE ROUNDS`. Each round
/// copies, encrypts and decrypts, unsynced and to fresh files; prints the medians as rows of a table.
final class WarmFiles {
    private static final int CHUNK = 256 << 10;
    private static final int WARM_UPS = 2;

    private final Path source;
    private final Path copy;
    private final Path sealed;
    private final Path opened;
    private final FileService files;
    private final String key;

    private WarmFiles(Path source, FileService files, String key) {
        this.source = source;
        this.copy = source.resolveSibling("warm-copy");
        this.sealed = source.resolveSibling(source.getFileName() + FileService.SUFFIX);
        this.opened = source.resolveSibling("warm-opened");
        this.files = files;
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        Path source = Path.of(arguments[0]).toAbsolutePath();
        int rounds = Integer.parseInt(arguments[1]);
        WarmUp.start(); // as the desktop does
        try (var vault = BenchVault.make()) {
            String key = vault.key(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
            new WarmFiles(source, new FileService(vault.owner()), key).run(rounds);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void run(int rounds) throws Exception {
        var copies = new ArrayList<Double>();
        var encryptions = new ArrayList<Double>();
        var decryptions = new ArrayList<Double>();
        for (int round = -WARM_UPS; round < rounds; round++) {
            double copied = rate(this::copy);
            Files.delete(copy);
            double encrypted = rate(this::encrypt);
            double decrypted = rate(this::decrypt);
            Files.delete(sealed);
            Files.delete(opened);
            if (round >= 0) {
                copies.add(copied);
                encryptions.add(encrypted);
                decryptions.add(decrypted);
            }
        }
        double copied = median(copies);
        row("copy, two threads", copied, copied);
        row("encrypt", median(encryptions), copied);
        row("decrypt", median(decryptions), copied);
    }

    private static void row(String what, double rate, double copied) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.0f %% |%n", what, rate, 100 * rate / copied);
    }

    /// GB/s
    private double rate(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (double) Files.size(source) / (System.nanoTime() - begun);
    }

    private void encrypt() {
        files.encrypt(EncryptOrder.of(source, Sealing.under(key)).synced(false), Progress.none());
    }

    private void decrypt() {
        files.decrypt(
                DecryptOrder.of(sealed)
                        .to(Destination.exactly(opened))
                        .synced(false),
                Progress.none());
    }

    private void copy() throws IOException, InterruptedException {
        try (var from = FileChannel.open(source, StandardOpenOption.READ);
                var to = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = from.size();
            var next = new AtomicLong();
            var failures = new ArrayList<IOException>();
            Runnable share = () -> {
                var buffer = ByteBuffer.allocateDirect(CHUNK);
                try {
                    for (long at = next.getAndAdd(CHUNK); at < size; at = next.getAndAdd(CHUNK)) {
                        buffer.clear().limit((int) Math.min(CHUNK, size - at));
                        while (buffer.hasRemaining() && from.read(buffer, at + buffer.position()) >= 0) {
                            // Read on.
                        }
                        buffer.flip();
                        while (buffer.hasRemaining()) {
                            to.write(buffer, at + buffer.position());
                        }
                    }
                } catch (IOException failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                }
            };
            var threads = List.of(new Thread(share), new Thread(share));
            threads.forEach(Thread::start);
            for (var thread : threads) {
                thread.join();
            }
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
