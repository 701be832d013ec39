package app.keyhold.files;

import app.keyhold.files.archive.RawName;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A batch's order as a note holds it; paths are absolute.
final class NoteOrders {
    private static final int ENCRYPT = 1;
    private static final int DECRYPT = 2;
    private static final int REENCRYPT = 3;
    private static final int BESIDE = 0;
    private static final int FOLDER = 1;
    private static final int EXACTLY = 2;
    private static final int OPEN = 0;
    private static final int NO = 1;
    private static final int YES = 2;
    private static final int LONGEST = 64 << 10;
    private static final int MOST = 1_000_000;

    private NoteOrders() {}

    static void write(DataOutputStream out, BatchOrder order) throws IOException {
        out.writeInt(order.sources().size());
        for (Path source : order.sources()) {
            Note.path(out, source);
        }
        writeDestination(out, order.destination());
        Note.text(out, order.collision().name());
        switch (order) {
            case BatchOrder.Encrypt it -> {
                out.writeByte(ENCRYPT);
                out.writeBoolean(it.sync());
                out.writeBoolean(it.verify());
                writeTexts(out, it.sealing().keyIds());
                out.writeBoolean(it.sealing().sign());
                out.writeInt(it.sealing().context().size());
                for (var pair : it.sealing().context().entrySet()) {
                    Note.text(out, pair.getKey());
                    Note.text(out, pair.getValue());
                }
                writeChoice(out, it.rememberPaths());
                Note.text(out, it.form().name());
                out.writeBoolean(it.hideNames());
                Note.text(out, it.original().name());
            }
            case BatchOrder.Decrypt it -> {
                out.writeByte(DECRYPT);
                out.writeBoolean(it.sync());
                out.writeBoolean(it.extract());
                out.writeBoolean(it.allowUncommitted());
            }
            case BatchOrder.Reencrypt it -> {
                out.writeByte(REENCRYPT);
                out.writeBoolean(it.sync());
                out.writeBoolean(it.onlyOlder());
                writeTexts(out, it.keyIds());
                writeChoice(out, it.rememberPaths());
                out.writeBoolean(it.allowUncommitted());
            }
        }
    }

    private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            Note.text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void writeChoice(DataOutputStream out, Optional<Boolean> choice) throws IOException {
        out.writeByte(choice.map(yes -> yes ? YES : NO).orElse(OPEN));
    }

    private static Optional<Boolean> readChoice(DataInputStream in) throws IOException {
        int choice = in.readUnsignedByte();
        return switch (choice) {
            case OPEN -> Optional.empty();
            case NO, YES -> Optional.of(choice == YES);
            default -> throw new IOException("A choice that is none");
        };
    }

    private static void writeDestination(DataOutputStream out, Destination destination) throws IOException {
        switch (destination) {
            case Destination.Beside() -> out.writeByte(BESIDE);
            case Destination.Folder(Path folder) -> {
                out.writeByte(FOLDER);
                Note.path(out, folder);
            }
            case Destination.Exactly(Path file) -> {
                out.writeByte(EXACTLY);
                Note.path(out, file);
            }
        }
    }

    /// @throws IOException if it is no order
    static BatchOrder read(DataInputStream in) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            sources.add(path(in));
        }
        Destination destination = readDestination(in);
        Collision collision = Collision.valueOf(text(in));
        int kind = in.readUnsignedByte();
        boolean sync = in.readBoolean();
        return switch (kind) {
            case ENCRYPT -> {
                boolean verify = in.readBoolean();
                List<String> keyIds = texts(in);
                boolean sign = in.readBoolean();
                Map<String, String> context = new LinkedHashMap<>();
                for (int left = count(in); left > 0; left--) {
                    context.put(text(in), text(in));
                }
                yield new BatchOrder.Encrypt(
                        sources,
                        destination,
                        new Sealing(keyIds, context, sign),
                        collision,
                        verify,
                        sync,
                        readChoice(in),
                        Form.valueOf(text(in)),
                        in.readBoolean(),
                        Original.valueOf(text(in)));
            }
            case DECRYPT -> new BatchOrder.Decrypt(sources, destination, collision, sync, in.readBoolean(), in.readBoolean());
            case REENCRYPT -> {
                boolean onlyOlder = in.readBoolean();
                yield new BatchOrder.Reencrypt(sources, texts(in), onlyOlder, readChoice(in), sync, in.readBoolean());
            }
            default -> throw new IOException("An order of an unknown kind");
        };
    }

    private static Destination readDestination(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case BESIDE -> Destination.beside();
            case FOLDER -> Destination.folder(path(in));
            case EXACTLY -> Destination.exactly(path(in));
            default -> throw new IOException("A destination of an unknown kind");
        };
    }

    static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("More of something than there can be");
        }
        return count;
    }

    static Path path(DataInputStream in) throws IOException {
        return RawName.path(text(in));
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("A text longer than any");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
