package app.keyhold.files;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What became of one file.
public sealed interface FileResult {
    Path source();

    /// Where the result is, or what stands in its place.
    Path place();

    /// What there is to tell although it is done.
    default List<Problem> problems() {
        return List.of();
    }

    /// The complete file stands under `target`.
    ///
    /// @param keyId ARN of the key that wrapped or opened the data key
    /// @param binned originals that are in the bin now
    record Written(
            Path source,
            Path target,
            long bytesRead,
            long bytesWritten,
            String keyId,
            List<Path> binned,
            List<Problem> problems)
            implements FileResult {
        public Written {
            binned = List.copyOf(binned);
            problems = List.copyOf(problems);
        }

        @Override
        public Path place() {
            return target;
        }

        Written(Path source, Path target, long bytesRead, long bytesWritten, String keyId) {
            this(source, target, bytesRead, bytesWritten, keyId, List.of(), List.of());
        }

        Written binned(Path original) {
            return new Written(source, target, bytesRead, bytesWritten, keyId, more(binned, original), problems);
        }

        Written with(Problem problem) {
            return new Written(source, target, bytesRead, bytesWritten, keyId, binned, more(problems, problem));
        }

        private static <T> List<T> more(List<T> before, T one) {
            return Stream.concat(before.stream(), Stream.of(one)).toList();
        }
    }

    /// The name was taken and the order said to leave it so; nothing was written.
    record Skipped(Path source, Path existing) implements FileResult {
        @Override
        public Path place() {
            return existing;
        }
    }

    /// Only what is on older material was to be re-encrypted, and this is on the newest.
    ///
    /// @param keyId ARN of the key
    record Current(Path source, String keyId) implements FileResult {
        @Override
        public Path place() {
            return source;
        }
    }
}
