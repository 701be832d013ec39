package app.keyhold.desktop.files;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What was handed over, in up to two groups told apart by content.
///
/// @param counting whether folders are still being walked
public record Survey(Group encrypt, Group decrypt, boolean counting) {
    public static final Survey NOTHING = new Survey(Group.EMPTY, Group.EMPTY, false);

    /// @param sources as handed over: files and folders
    /// @param files regular files, those in folders included
    public record Group(List<Path> sources, long files, long bytes) {
        public static final Group EMPTY = new Group(List.of(), 0, 0);

        public Group {
            sources = List.copyOf(sources);
        }

        Group with(Path source, long moreFiles, long moreBytes) {
            return new Group(
                    Stream.concat(sources.stream(), Stream.of(source)).toList(), files + moreFiles, bytes + moreBytes);
        }

        public boolean isEmpty() {
            return sources.isEmpty();
        }
    }

    public boolean isEmpty() {
        return encrypt.isEmpty() && decrypt.isEmpty();
    }

    Survey onlyPlain() {
        return new Survey(encrypt, Group.EMPTY, counting);
    }

    Survey onlyEncrypted() {
        return new Survey(Group.EMPTY, decrypt, counting);
    }

    public long files() {
        return encrypt.files() + decrypt.files();
    }

    public long bytes() {
        return encrypt.bytes() + decrypt.bytes();
    }
}
