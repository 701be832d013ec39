package app.keyhold.files.archive;

/// Where what stands in a tar header. POSIX.1-2001, pax, "ustar Interchange Format".
final class TarFormat {
    static final int BLOCK = 512;

    static final int NAME = 0;
    static final int NAME_LENGTH = 100;
    static final int MODE = NAME + NAME_LENGTH; // 100
    static final int MODE_LENGTH = 8;
    static final int OWNER = MODE + MODE_LENGTH; // 108
    static final int GROUP = OWNER + 8; // 116
    static final int SIZE = GROUP + 8; // 124
    static final int SIZE_LENGTH = 12;
    static final int TIME = SIZE + SIZE_LENGTH; // 136
    static final int TIME_LENGTH = 12;
    static final int CHECKSUM = TIME + TIME_LENGTH; // 148
    static final int CHECKSUM_LENGTH = 8;
    static final int TYPE = CHECKSUM + CHECKSUM_LENGTH; // 156
    static final int LINK = TYPE + 1; // 157
    static final int MAGIC = LINK + NAME_LENGTH; // 257
    static final int PREFIX = MAGIC + 88; // 345
    static final int PREFIX_LENGTH = 155;

    static final byte FILE = '0';
    static final byte HARD_LINK = '1';
    static final byte SYMBOLIC_LINK = '2';
    static final byte FOLDER = '5';
    static final byte CONTIGUOUS_FILE = '7';
    static final byte PAX = 'x';
    static final byte PAX_FOR_ALL = 'g';
    /// Of GNU tar: the next member's name, or link, is this one's content.
    static final byte GNU_NAME = 'L';

    static final byte GNU_LINK = 'K';

    /// What eleven octal digits hold.
    static final long LARGEST_OCTAL = (1L << 33) - 1;

    /// Two blocks of zeros.
    static final int END = 2 * BLOCK;

    private TarFormat() {}

    static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    static long padded(long size) {
        return size + padding(size);
    }

    /// The sum of all bytes, the checksum's own counted as blanks.
    static int checksum(byte[] block) {
        int sum = 0;
        for (int position = 0; position < BLOCK; position++) {
            boolean own = position >= CHECKSUM && position < CHECKSUM + CHECKSUM_LENGTH;
            sum += own ? ' ' : block[position] & 0xff;
        }
        return sum;
    }
}
