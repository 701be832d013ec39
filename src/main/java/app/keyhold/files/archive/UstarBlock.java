package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// One header block as it was read.
record UstarBlock(byte[] block) {
    private static final byte[] POSIX = "ustar\0".getBytes(StandardCharsets.US_ASCII);

    void requireChecksum(boolean begun) {
        if (number(TarFormat.CHECKSUM, TarFormat.CHECKSUM_LENGTH) != TarFormat.checksum(block)) {
            throw ArchiveException.malformed(begun ? "one of its headers is damaged" : "it is something else");
        }
    }

    byte type() {
        return block[TarFormat.TYPE];
    }

    TarEntry.Kind kind() {
        return switch (type()) {
            case TarFormat.FILE, TarFormat.CONTIGUOUS_FILE -> TarEntry.Kind.FILE;
            case 0 -> name().toByteArray().length > 0 && endsWithSlash() ? TarEntry.Kind.FOLDER : TarEntry.Kind.FILE;
            case TarFormat.HARD_LINK -> TarEntry.Kind.HARD_LINK;
            case TarFormat.SYMBOLIC_LINK -> TarEntry.Kind.SYMBOLIC_LINK;
            case TarFormat.FOLDER -> TarEntry.Kind.FOLDER;
            default -> TarEntry.Kind.OTHER;
        };
    }

    /// Before there was a type for them, folders were files whose name ends so.
    private boolean endsWithSlash() {
        byte[] name = name().toByteArray();
        return name[name.length - 1] == '/';
    }

    Blob name() {
        byte[] name = text(TarFormat.NAME, TarFormat.NAME_LENGTH);
        boolean posix = Arrays.equals(Arrays.copyOfRange(block, TarFormat.MAGIC, TarFormat.MAGIC + POSIX.length), POSIX);
        byte[] prefix = posix ? text(TarFormat.PREFIX, TarFormat.PREFIX_LENGTH) : new byte[0];
        if (prefix.length == 0) {
            return Blob.of(name);
        }
        byte[] whole = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        whole[prefix.length] = '/';
        System.arraycopy(name, 0, whole, prefix.length + 1, name.length);
        return Blob.of(whole);
    }

    Blob link() {
        return Blob.of(text(TarFormat.LINK, TarFormat.NAME_LENGTH));
    }

    int mode() {
        return (int) (number(TarFormat.MODE, TarFormat.MODE_LENGTH) & 07777);
    }

    long size() {
        long size = number(TarFormat.SIZE, TarFormat.SIZE_LENGTH);
        if (size < 0) {
            throw ArchiveException.malformed("a size in it is none");
        }
        return size;
    }

    Instant modified() {
        return PaxRecords.instant(number(TarFormat.TIME, TarFormat.TIME_LENGTH), 0);
    }

    private byte[] text(int position, int length) {
        int end = position;
        while (end < position + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, position, end);
    }

    /// Octal digits between blanks and zeros; where the first bit is set, as GNU tar does for large ones, binary.
    private long number(int position, int length) {
        if (block[position] < 0) {
            return binary(position, length);
        }
        long number = 0;
        boolean ended = false;
        for (int i = position; i < position + length; i++) {
            byte digit = block[i];
            if (digit >= '0' && digit <= '7' && !ended) {
                number = number << 3 | digit - '0';
            } else if (digit == 0 || digit == ' ') {
                ended = number != 0 || digit == 0;
            } else {
                throw ArchiveException.malformed("a number in it is none");
            }
        }
        return number;
    }

    private long binary(int position, int length) {
        // The first bit marks it, the second is the sign.
        long number = (block[position] & 0x40) == 0 ? block[position] & 0x3f : block[position];
        for (int i = position + 1; i < position + length; i++) {
            if (number > Long.MAX_VALUE >> 8 || number < Long.MIN_VALUE >> 8) {
                throw ArchiveException.malformed("a number in it is larger than any");
            }
            number = number << 8 | block[i] & 0xff;
        }
        return number;
    }
}
