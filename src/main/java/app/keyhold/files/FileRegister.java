package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.file.RecordFiles;
import app.keyhold.kms.operation.file.RecordFiles.Encrypted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Tells the vault which files were encrypted, and for which keys. Several at a time, because each time costs an event and a sync; a file that
/// took another's place at once, because until then the vault counts the one that is gone. What a killed process had not
/// told yet is not known: nothing is said of a file before it has its name. Thread-safe.
final class FileRegister {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(5);

    private final Client client;
    private final LongSupplier nanos;
    private final List<Entry> waiting = new ArrayList<>();
    private long since;
    private int untold;
    private String why = "";

    FileRegister(Client client) {
        this(client, System::nanoTime);
    }

    /// @param nanos a clock that only runs forward
    FileRegister(Client client, LongSupplier nanos) {
        this.client = client;
        this.nanos = nanos;
    }

    private record Sort(String keyId, String materialId, Optional<Boolean> rememberPaths) {}

    private record Entry(Sort sort, Encrypted file) {}

    /// @param keyring made the data key
    /// @param size bytes of plaintext
    /// @param path where it is; empty for a stream
    /// @param replaced id of the message whose place it has taken
    void add(
            KmsKeyring keyring,
            Blob messageId,
            long size,
            Optional<Path> path,
            Optional<Boolean> rememberPath,
            Optional<Blob> replaced) {
        var file = new Encrypted(messageId, size, path.flatMap(FileRegister::utf8), known(replaced));
        List<Entry> entries = keyring.recipients().stream()
                .flatMap(key -> key.materialId().stream()
                        .map(material -> new Entry(new Sort(key.keyArn(), material, rememberPath), file)))
                .toList();
        if (!entries.isEmpty() && areDue(entries)) {
            flush();
        }
    }

    private synchronized boolean areDue(List<Entry> entries) {
        long now = nanos.getAsLong();
        since = waiting.isEmpty() ? now : since;
        waiting.addAll(entries);
        return waiting.size() >= RecordFiles.MOST
                || now - since >= LONGEST_WAIT
                || entries.getFirst().file().replaced().isPresent();
    }

    /// Tells what has not been told yet.
    ///
    /// @return a sentence about what was not taken up since this was asked last
    Optional<String> settle() {
        flush();
        synchronized (this) {
            Optional<String> sentence = untold == 0
                    ? Optional.empty()
                    : Optional.of((untold == 1 ? "One file is" : untold + " files are")
                            + " encrypted, but the vault does not remember it: " + why);
            untold = 0;
            return sentence;
        }
    }

    private void flush() {
        Map<Sort, List<Encrypted>> sorted = new LinkedHashMap<>();
        synchronized (this) {
            waiting.forEach(entry ->
                    sorted.computeIfAbsent(entry.sort(), _ -> new ArrayList<>()).add(entry.file()));
            waiting.clear();
        }
        sorted.forEach((sort, files) -> {
            // Another thread may have added one more than an event holds.
            for (int from = 0; from < files.size(); from += RecordFiles.MOST) {
                tell(sort, files.subList(from, Math.min(from + RecordFiles.MOST, files.size())));
            }
        });
    }

    private void tell(Sort sort, List<Encrypted> files) {
        try {
            client.call(new RecordFiles.Request(sort.keyId(), sort.materialId(), files, sort.rememberPaths()));
        } catch (KmsException refused) {
            missed(files.size(), refused);
        }
    }

    private synchronized void missed(int files, KmsException refused) {
        untold += files;
        why = refused.fault() + refused.serviceMessage().map(message -> ": " + message).orElse("") + ".";
    }

    /// Ids of format version 1, which is only read here, are shorter; none is known.
    private static Optional<Blob> known(Optional<Blob> messageId) {
        return messageId.filter(id -> id.size() == RecordFiles.MESSAGE_ID_BYTES);
    }

    private static Optional<Blob> utf8(Path path) {
        byte[] name = path.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return Optional.of(name).filter(it -> it.length <= RecordFiles.LONGEST_PATH).map(Blob::of);
    }
}
