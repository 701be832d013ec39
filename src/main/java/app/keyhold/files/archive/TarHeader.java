package app.keyhold.files.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;

/// The bytes before a member's content: a ustar header, and before it a pax header for what does not fit. Owners are left
/// out.
final class TarHeader {
    private static final String PAX_NAME = "PaxHeaders/member";
    private static final String GLOBAL_NAME = "pax_global_header";

    private TarHeader() {}

    static byte[] of(TarEntry entry) {
        byte[] name = entry.name().toByteArray();
        byte[] link = entry.link().toByteArray();
        if (entry.kind() == TarEntry.Kind.FOLDER) {
            name = Arrays.copyOf(name, name.length + 1);
            name[name.length - 1] = '/';
        }
        var pax = new ByteArrayOutputStream();
        // A name that is no text goes in as it is, as GNU tar does it, which warns of hdrcharset=BINARY.
        if (isLong(name)) {
            record(pax, "path", name);
        }
        if (isLong(link)) {
            record(pax, "linkpath", link);
        }
        if (entry.size() > TarFormat.LARGEST_OCTAL) {
            record(pax, "size", Long.toString(entry.size()).getBytes(US_ASCII));
        }
        Instant time = entry.modified();
        boolean wholeSeconds = time.getNano() == 0 && isOctal(time.getEpochSecond());
        if (!wholeSeconds) {
            record(pax, "mtime", seconds(time).getBytes(US_ASCII));
        }
        var bytes = new ByteArrayOutputStream();
        if (pax.size() > 0) {
            bytes.writeBytes(extended(PAX_NAME, TarFormat.PAX, pax.toByteArray()));
        }
        bytes.writeBytes(ustar(
                name,
                link,
                entry.mode(),
                isOctal(entry.size()) ? entry.size() : 0,
                isOctal(time.getEpochSecond()) ? time.getEpochSecond() : 0,
                type(entry.kind())));
        return bytes.toByteArray();
    }

    /// What every tar program passes over.
    static byte[] comment(String text) {
        var pax = new ByteArrayOutputStream();
        record(pax, "comment", text.getBytes(UTF_8));
        return extended(GLOBAL_NAME, TarFormat.PAX_FOR_ALL, pax.toByteArray());
    }

    private static byte type(TarEntry.Kind kind) {
        return switch (kind) {
            case FILE -> TarFormat.FILE;
            case FOLDER -> TarFormat.FOLDER;
            case SYMBOLIC_LINK -> TarFormat.SYMBOLIC_LINK;
            case HARD_LINK -> TarFormat.HARD_LINK;
            case OTHER -> throw new IllegalArgumentException("Nothing that an archive holds");
        };
    }

    private static boolean isLong(byte[] name) {
        return name.length > TarFormat.NAME_LENGTH || !RawName.isAscii(name);
    }

    private static boolean isOctal(long number) {
        return number >= 0 && number <= TarFormat.LARGEST_OCTAL;
    }

    private static String seconds(Instant time) {
        var exact = BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
        return exact.stripTrailingZeros().toPlainString();
    }

    /// "length key=value\n", where the length counts its own digits.
    private static void record(ByteArrayOutputStream out, String key, byte[] value) {
        int rest = 1 + key.length() + 1 + value.length + 1;
        int length = rest + Integer.toString(rest).length();
        length = rest + Integer.toString(length).length();
        out.writeBytes((length + " " + key + "=").getBytes(US_ASCII));
        out.writeBytes(value);
        out.write('\n');
    }

    private static byte[] extended(String name, byte type, byte[] content) {
        byte[] nothing = new byte[0];
        byte[] header = ustar(name.getBytes(US_ASCII), nothing, 0644, content.length, 0, type);
        byte[] whole = Arrays.copyOf(header, header.length + (int) TarFormat.padded(content.length));
        System.arraycopy(content, 0, whole, header.length, content.length);
        return whole;
    }

    private static byte[] ustar(byte[] name, byte[] link, int mode, long size, long time, byte type) {
        byte[] block = new byte[TarFormat.BLOCK];
        put(block, TarFormat.NAME, cut(name));
        put(block, TarFormat.MODE, octal(mode, TarFormat.MODE_LENGTH));
        put(block, TarFormat.OWNER, octal(0, TarFormat.MODE_LENGTH));
        put(block, TarFormat.GROUP, octal(0, TarFormat.MODE_LENGTH));
        put(block, TarFormat.SIZE, octal(size, TarFormat.SIZE_LENGTH));
        put(block, TarFormat.TIME, octal(time, TarFormat.TIME_LENGTH));
        block[TarFormat.TYPE] = type;
        put(block, TarFormat.LINK, cut(link));
        put(block, TarFormat.MAGIC, "ustar\00000".getBytes(US_ASCII));
        put(block, TarFormat.CHECKSUM, octal(TarFormat.checksum(block), TarFormat.CHECKSUM_LENGTH - 1));
        block[TarFormat.CHECKSUM + TarFormat.CHECKSUM_LENGTH - 1] = ' ';
        return block;
    }

    /// With a NUL at its end.
    private static byte[] octal(long number, int length) {
        String digits = Long.toOctalString(number);
        return ("0".repeat(length - 1 - digits.length()) + digits + "\0").getBytes(US_ASCII);
    }

    private static byte[] cut(byte[] name) {
        return Arrays.copyOf(name, Math.min(name.length, TarFormat.NAME_LENGTH));
    }

    private static void put(byte[] block, int position, byte[] value) {
        System.arraycopy(value, 0, block, position, value.length);
    }
}
