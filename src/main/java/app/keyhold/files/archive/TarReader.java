package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Takes a tar stream apart: POSIX ustar and pax, and what GNU tar writes for long names. Strict, and of constant memory
/// whatever the stream says: a header of more than a mebibyte is refused, and so is anything behind the end.
///
/// For one thread. What the stream throws comes through.
public final class TarReader {
    private static final int LONGEST_HEADER = 1 << 20;

    private final InputStream in;
    private final byte[] block = new byte[TarFormat.BLOCK];
    private final PaxRecords forAll = new PaxRecords();
    private Optional<Marker> marker = Optional.empty();
    private long left;
    private int padding;
    private boolean begun;
    private boolean over;

    public TarReader(InputStream in) {
        this.in = in;
    }

    /// What Keyhold says of its own archive; to be asked after the first [#next].
    public Optional<Marker> marker() {
        return marker;
    }

    /// The next member, or nothing after the last; what is left of the one before is passed over.
    ///
    /// @throws ArchiveException if it is no tar stream, or breaks off
    public Optional<TarEntry> next() throws IOException {
        if (over) {
            return Optional.empty();
        }
        pass(left + padding);
        left = 0;
        padding = 0;
        var own = new PaxRecords();
        while (true) {
            if (!readBlock()) {
                requireZeros();
                over = true;
                return Optional.empty();
            }
            var header = new UstarBlock(block);
            header.requireChecksum(begun);
            boolean first = !begun;
            begun = true;
            switch (header.type()) {
                case TarFormat.PAX -> own.read(content(header));
                case TarFormat.PAX_FOR_ALL -> {
                    forAll.read(content(header));
                    marker = first ? forAll.comment().flatMap(Marker::parse) : marker;
                }
                case TarFormat.GNU_NAME -> own.name(withoutZero(content(header)));
                case TarFormat.GNU_LINK -> own.link(withoutZero(content(header)));
                default -> {
                    return Optional.of(begin(header, own));
                }
            }
        }
    }

    private TarEntry begin(UstarBlock header, PaxRecords own) {
        long size = own.size().or(forAll::size).orElseGet(header::size);
        var entry = new TarEntry(
                own.isSparse() || forAll.isSparse() ? TarEntry.Kind.OTHER : header.kind(),
                own.name().or(forAll::name).orElseGet(header::name),
                size,
                header.mode(),
                own.modified().or(forAll::modified).orElseGet(header::modified),
                own.link().or(forAll::link).orElseGet(header::link));
        if (entry.kind() != TarEntry.Kind.FILE && entry.kind() != TarEntry.Kind.OTHER && size != 0) {
            throw ArchiveException.malformed(entry.shownName() + " has content, which links and folders have not");
        }
        left = size;
        padding = TarFormat.padding(size);
        return entry;
    }

    /// Some of the content of the member that [#next] answered; -1 at its end.
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw brokenOff();
        }
        left -= count;
        return count;
    }

    private byte[] content(UstarBlock header) throws IOException {
        long size = header.size();
        if (size > LONGEST_HEADER) {
            throw ArchiveException.malformed("a header of " + size + " bytes is longer than any");
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw brokenOff();
        }
        pass(TarFormat.padding(size));
        return content;
    }

    private static Blob withoutZero(byte[] name) {
        boolean zero = name.length > 0 && name[name.length - 1] == 0;
        return Blob.of(zero ? Arrays.copyOf(name, name.length - 1) : name);
    }

    private void pass(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
        } catch (EOFException end) {
            throw brokenOff();
        }
    }

    /// @return `false` for the block of zeros that ends the archive
    private boolean readBlock() throws IOException {
        if (in.readNBytes(block, 0, block.length) < block.length) {
            throw begun ? brokenOff() : ArchiveException.malformed("it is too short for one");
        }
        return !isZero(block.length);
    }

    private void requireZeros() throws IOException {
        for (int count = in.readNBytes(block, 0, block.length);
                count > 0;
                count = in.readNBytes(block, 0, block.length)) {
            if (!isZero(count)) {
                throw ArchiveException.malformed("something follows its end");
            }
        }
    }

    private boolean isZero(int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static ArchiveException brokenOff() {
        return ArchiveException.malformed("it breaks off");
    }
}
