package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;

/// Reads what a process that is gone had noted. Its last entry may be torn: reading ends there.
final class NoteReader {
    private static final int LONGEST_ENTRY = 32 << 20;

    private final Map<Path, Begun> begunParts = new LinkedHashMap<>();
    private final Set<Path> finished = new HashSet<>();
    private Optional<BatchOrder> order = Optional.empty();
    private Instant begun = Instant.EPOCH;

    private NoteReader() {}

    /// @param messageId if it was to be a message
    private record Begun(Path part, Optional<Blob> messageId) {}

    /// Empty for a note of another vault, or none at all.
    static Optional<Unfinished> read(Path file, ByteBuffer bytes, KeySeal seal) {
        byte[] magic = new byte[Notebook.MAGIC.length];
        if (bytes.remaining() < magic.length) {
            return Optional.empty();
        }
        bytes.get(magic);
        if (!Arrays.equals(magic, Notebook.MAGIC)) {
            return Optional.empty();
        }
        return next(bytes).flatMap(seal::open).flatMap(key -> {
            try (key) {
                return new NoteReader().entries(file, bytes, key);
            }
        });
    }

    private Optional<Unfinished> entries(Path file, ByteBuffer bytes, SecretBytes key) {
        try {
            for (var entry = next(bytes); entry.isPresent(); entry = next(bytes)) {
                try (var plain = KeyWrap.unwrap(key, Blob.of(entry.get()), Note.PURPOSE)) {
                    take(plain.use(content -> new DataInputStream(new ByteArrayInputStream(content.clone()))));
                }
            }
        } catch (IOException | AEADBadTagException | IllegalArgumentException torn) {
            // What came before counts.
        }
        return order.map(found -> unfinished(file, found));
    }

    /// A process may die between naming a file and noting that: then the message under the name is the one that was noted.
    private Unfinished unfinished(Path file, BatchOrder found) {
        boolean originalsStay = !(found instanceof BatchOrder.Encrypt it) || it.original() == Original.KEEP;
        Map<Path, Path> parts = new LinkedHashMap<>();
        begunParts.forEach((source, part) -> {
            parts.put(source, part.part());
            if (originalsStay && part.messageId().filter(id -> Published.as(part.part(), id)).isPresent()) {
                finished.add(source);
            }
        });
        return new Unfinished(file, found, begun, finished, parts);
    }

    private void take(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        switch (kind) {
            case Note.ORDER -> {
                begun = Instant.ofEpochMilli(in.readLong());
                order = Optional.of(NoteOrders.read(in));
            }
            case Note.PART -> begunParts.put(NoteOrders.path(in), begun(in));
            case Note.FINISHED -> {
                for (int left = NoteOrders.count(in); left > 0; left--) {
                    Path source = NoteOrders.path(in);
                    finished.add(source);
                    begunParts.remove(source);
                }
            }
            default -> throw new IOException("An entry of an unknown kind");
        }
    }

    private static Begun begun(DataInputStream in) throws IOException {
        Path part = NoteOrders.path(in);
        return new Begun(part, Optional.of(NoteOrders.text(in)).filter(id -> !id.isEmpty()).map(Blob::ofHex));
    }

    private static Optional<byte[]> next(ByteBuffer bytes) {
        if (bytes.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = bytes.getInt();
        if (length <= 0 || length > LONGEST_ENTRY || length > bytes.remaining()) {
            return Optional.empty();
        }
        byte[] entry = new byte[length];
        bytes.get(entry);
        return Optional.of(entry);
    }
}
