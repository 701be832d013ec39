package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What pax headers say of a member, or of all that follow.
final class PaxRecords {
    private Optional<Blob> name = Optional.empty();
    private Optional<Blob> link = Optional.empty();
    private Optional<Long> size = Optional.empty();
    private Optional<Instant> modified = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private boolean sparse;

    Optional<Blob> name() {
        return name;
    }

    Optional<Blob> link() {
        return link;
    }

    Optional<Long> size() {
        return size;
    }

    Optional<Instant> modified() {
        return modified;
    }

    Optional<String> comment() {
        return comment;
    }

    /// A file with holes, in one of GNU tar's ways: what stands there is a map first.
    boolean isSparse() {
        return sparse;
    }

    void name(Blob told) {
        name = Optional.of(told);
    }

    void link(Blob told) {
        link = Optional.of(told);
    }

    /// "length key=value\n", over and over.
    void read(byte[] records) {
        int position = 0;
        while (position < records.length) {
            int blank = find(records, ' ', position, records.length);
            long length = digits(records, position, blank);
            long end = position + length;
            if (length <= blank - position || end > records.length || records[(int) end - 1] != '\n') {
                throw malformed();
            }
            int equals = find(records, '=', blank + 1, (int) end);
            String key = new String(records, blank + 1, equals - blank - 1, StandardCharsets.UTF_8);
            take(key, Arrays.copyOfRange(records, equals + 1, (int) end - 1));
            position = (int) end;
        }
    }

    private void take(String key, byte[] value) {
        switch (key) {
            case "path" -> name = Optional.of(Blob.of(value));
            case "linkpath" -> link = Optional.of(Blob.of(value));
            case "size" -> size = Optional.of(digits(value, 0, value.length));
            case "mtime" -> modified = Optional.of(seconds(new String(value, StandardCharsets.US_ASCII)));
            case "comment" -> comment = Optional.of(new String(value, StandardCharsets.UTF_8));
            default -> sparse |= key.startsWith("GNU.sparse.");
        }
    }

    private static int find(byte[] records, char wanted, int from, int end) {
        for (int i = from; i < end; i++) {
            if (records[i] == wanted) {
                return i;
            }
        }
        throw malformed();
    }

    private static long digits(byte[] text, int from, int end) {
        long number = 0;
        if (from == end || end - from > 18) {
            throw malformed();
        }
        for (int i = from; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw malformed();
            }
            number = 10 * number + text[i] - '0';
        }
        return number;
    }

    private static Instant seconds(String text) {
        if (text.length() > 40 || !text.matches("-?\\d+(\\.\\d*)?")) {
            throw malformed();
        }
        var told = new BigDecimal(text.endsWith(".") ? text + "0" : text);
        var whole = told.setScale(0, RoundingMode.FLOOR);
        if (whole.abs().precision() > 15) {
            throw malformed();
        }
        int nanos = told.subtract(whole).movePointRight(9).intValue();
        return instant(whole.longValue(), nanos);
    }

    static Instant instant(long seconds, int nanos) {
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException never) {
            throw malformed();
        }
    }

    private static ArchiveException malformed() {
        return ArchiveException.malformed("a header in it is none");
    }
}
