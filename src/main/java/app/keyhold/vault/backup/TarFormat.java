package app.keyhold.vault.backup;

import java.nio.charset.StandardCharsets;

/// The part of POSIX ustar that a backup needs: plain files with short names, a 512-byte header each.
final class TarFormat {
    static final int BLOCK = 512;
    static final int NAME = 0;
    static final int NAME_LENGTH = 100;
    static final int MODE = NAME + NAME_LENGTH; // 100
    static final int OWNER = MODE + 8; // 108
    static final int GROUP = OWNER + 8; // 116
    static final int SIZE = GROUP + 8; // 124
    static final int SIZE_LENGTH = 12;
    static final int TIME = SIZE + SIZE_LENGTH; // 136
    static final int CHECKSUM = TIME + 12; // 148
    static final int CHECKSUM_LENGTH = 8;
    static final int TYPE = CHECKSUM + CHECKSUM_LENGTH; // 156
    static final int MAGIC = TYPE + 1 + 100; // 257
    /// What 11 octal digits hold.
    static final long MAX_SIZE = 1L << 33;

    private TarFormat() {}

    static byte[] header(String name, long size) {
        var header = new byte[BLOCK];
        put(header, NAME, name);
        put(header, MODE, "0000600\0");
        put(header, OWNER, "0000000\0");
        put(header, GROUP, "0000000\0");
        put(header, SIZE, "%011o\0".formatted(size));
        put(header, TIME, "00000000000\0");
        put(header, MAGIC, "ustar\00000");
        header[TYPE] = '0';
        put(header, CHECKSUM, "%06o\0 ".formatted(checksum(header)));
        return header;
    }

    /// The sum of all bytes, the checksum's own counted as blanks.
    static int checksum(byte[] header) {
        int sum = 0;
        for (int position = 0; position < BLOCK; position++) {
            boolean own = position >= CHECKSUM && position < CHECKSUM + CHECKSUM_LENGTH;
            sum += own ? ' ' : header[position] & 0xff;
        }
        return sum;
    }

    static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    private static void put(byte[] header, int position, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, position, bytes.length);
    }
}
