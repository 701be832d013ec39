package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import app.keyhold.cli.UsageException;
import app.keyhold.files.Allowances;
import app.keyhold.files.ByteRange;
import app.keyhold.files.FileService;
import app.keyhold.files.Progress;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What comes out on standard output, in place of a file.
final class ToStdout {
    private final BooleanSupplier stdout;
    private final Supplier<Optional<ByteRange>> bytes;
    private final BooleanSupplier releaseBeforeSignature;

    ToStdout(Options options) {
        stdout = options.flag("--stdout", "Write the content of the one FILE to standard output");
        bytes = options.value(
                "--bytes",
                "FROM-TO",
                ByteRange.class,
                new Bytes(),
                "Write these bytes of the one FILE to standard output, counted from 0, TO included; FROM- for the rest,"
                        + " -COUNT for the last. Only the frames that hold them are read");
        releaseBeforeSignature = options.flag(
                "--release-before-signature",
                "Let a signed message's content out to standard output before its signature, which comes last, is checked");
    }

    boolean releaseBeforeSignature() {
        return releaseBeforeSignature.getAsBoolean();
    }

    /// @param writesFiles something else says so
    boolean wanted(List<String> files, boolean writesFiles) {
        boolean wanted = stdout.getAsBoolean() || bytes.get().isPresent();
        if (wanted && writesFiles) {
            throw new UsageException(
                    "Standard output is no place for --out-dir or --report.", "Leave it out, or decrypt into a file.");
        }
        if (wanted && (files.size() > 1 || files.contains("-"))) {
            throw new UsageException("Standard output takes the content of one file.", "Name one file.");
        }
        return wanted;
    }

    void release(FileService service, String file, OutputStream out, Allowances allowed, Progress progress) {
        Path source = Path.of(file);
        bytes.get()
                .ifPresentOrElse(
                        range -> service.decrypt(source, range, out, allowed, progress),
                        () -> service.decrypt(source, out, allowed, progress));
    }

    private static final class Bytes implements ITypeConverter<ByteRange> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,18})?-(\\d{1,18})?");

        @Override
        public ByteRange convert(String given) {
            var form = FORM.matcher(given);
            if (!form.matches()) {
                throw unreadable(given);
            }
            Optional<Long> first = Optional.ofNullable(form.group(1)).map(Long::valueOf);
            Optional<Long> last = Optional.ofNullable(form.group(2)).map(Long::valueOf);
            if (first.isEmpty()) {
                return new ByteRange.Last(last.orElseThrow(() -> unreadable(given)));
            }
            long from = first.get();
            if (last.filter(to -> to < from).isPresent()) {
                throw unreadable(given);
            }
            return last.<ByteRange>map(to -> new ByteRange.Between(from, to)).orElseGet(() -> new ByteRange.From(from));
        }

        private static TypeConversionException unreadable(String given) {
            return new TypeConversionException("expected FROM-TO, FROM- or -COUNT, not '" + given + "'");
        }
    }
}
