package app.keyhold.desktop.files;

import app.keyhold.files.FileService;
import app.keyhold.files.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was handed over, in up to two groups told apart by content.
///
/// @param counting whether folders are still being walked
record Survey(Group encrypt, Group decrypt, boolean counting) {
    static final Survey NOTHING = new Survey(Group.EMPTY, Group.EMPTY, false);

    /// One thing that was handed over.
    ///
    /// @param files regular files, those in a folder included
    /// @param headers of what is encrypted; of a folder, those that were looked at
    record Source(Path path, boolean folder, long files, long bytes, List<Inspection> headers) {
        Source {
            headers = List.copyOf(headers);
        }

        /// By its name: what is inside is known only once it is open.
        boolean isArchive() {
            return !folder && String.valueOf(path.getFileName()).endsWith(".tar" + FileService.SUFFIX);
        }
    }

    record Group(List<Source> all) {
        static final Group EMPTY = new Group(List.of());

        Group {
            all = List.copyOf(all);
        }

        List<Path> sources() {
            return all.stream().map(Source::path).toList();
        }

        long files() {
            return all.stream().mapToLong(Source::files).sum();
        }

        long bytes() {
            return all.stream().mapToLong(Source::bytes).sum();
        }

        List<Inspection> headers() {
            return all.stream().flatMap(source -> source.headers().stream()).toList();
        }

        /// Those that opening has to be allowed for.
        List<Inspection> uncommitted() {
            return headers().stream().filter(header -> !header.committing()).toList();
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        /// Whether there is more than one file to put together.
        boolean isSeveral() {
            return all.size() > 1 || all.stream().anyMatch(Source::folder);
        }
    }

    boolean isEmpty() {
        return encrypt.isEmpty() && decrypt.isEmpty();
    }

    Survey onlyPlain() {
        return new Survey(encrypt, Group.EMPTY, counting);
    }

    Survey onlyEncrypted() {
        return new Survey(Group.EMPTY, decrypt, counting);
    }

    /// Without what opening has to be allowed for.
    Survey onlyCommitted() {
        return new Survey(
                encrypt,
                new Group(decrypt.all().stream()
                        .filter(source -> source.headers().stream().allMatch(Inspection::committing))
                        .toList()),
                counting);
    }

    long files() {
        return encrypt.files() + decrypt.files();
    }

    long bytes() {
        return encrypt.bytes() + decrypt.bytes();
    }

    /// The folder of the first thing handed over.
    Optional<Path> firstPlace() {
        return List.of(encrypt, decrypt).stream()
                .flatMap(group -> group.all().stream())
                .findFirst()
                .map(source -> source.path().toAbsolutePath().getParent());
    }
}
