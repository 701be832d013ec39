package app.keyhold.files;

import java.util.Optional;

/// Which bytes of a plaintext are wanted, as HTTP counts them: from 0, both ends included.
public sealed interface ByteRange {
    /// As far as there are any.
    record Between(long first, long last) implements ByteRange {
        public Between {
            if (first < 0 || last < first) {
                throw new IllegalArgumentException("Not a range of bytes: %d-%d".formatted(first, last));
            }
        }
    }

    record From(long first) implements ByteRange {
        public From {
            if (first < 0) {
                throw new IllegalArgumentException("Not a place in a file: " + first);
            }
        }
    }

    /// The last ones, or all if there are fewer.
    record Last(long count) implements ByteRange {
        public Last {
            if (count < 0) {
                throw new IllegalArgumentException("Not a number of bytes: " + count);
            }
        }
    }

    /// A range in a plaintext of known size.
    ///
    /// @param end exclusive
    /// @param toTheEnd whether what is asked for depends on where the plaintext ends
    record Span(long start, long end, boolean toTheEnd) {}

    /// Empty if it begins behind the end.
    default Optional<Span> within(long size) {
        var span = switch (this) {
            case Between(long first, long last) ->
                last < size - 1 ? new Span(first, last + 1, false) : new Span(first, size, true);
            case From(long first) -> new Span(first, size, true);
            case Last(long count) -> new Span(Math.max(0, size - count), size, true);
        };
        return Optional.of(span).filter(it -> it.start() <= size);
    }
}
