package app.keyhold.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The canonical form of a [Detail]: a type byte, then the value; member names in ascending order, each once.
final class DetailCodec {
    static final int MAX_DEPTH = 32;
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int FLAG = 3;
    private static final int ITEMS = 4;
    private static final int MEMBERS = 5;

    private DetailCodec() {}

    static void write(CanonicalWriter out, Detail detail) {
        write(out, detail, MAX_DEPTH);
    }

    private static void write(CanonicalWriter out, Detail detail, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("Nested deeper than " + MAX_DEPTH);
        }
        switch (detail) {
            case Detail.Text(String value) -> out.u8(TEXT).text(value);
            case Detail.Number(long value) -> out.u8(NUMBER).i64(value);
            case Detail.Flag(boolean value) -> out.u8(FLAG).u8(value ? 1 : 0);
            case Detail.Items(List<Detail> values) -> {
                out.u8(ITEMS).u32(values.size());
                values.forEach(value -> write(out, value, depth - 1));
            }
            case Detail.Members(SortedMap<String, Detail> values) -> {
                out.u8(MEMBERS).u32(values.size());
                values.forEach((name, value) -> write(out.text(name), value, depth - 1));
            }
        }
    }

    static Detail.Members readMembers(CanonicalReader in) {
        if (read(in, MAX_DEPTH) instanceof Detail.Members members && !members.isEmpty()) {
            return members;
        }
        throw new MalformedRecordException("Members expected");
    }

    private static Detail read(CanonicalReader in, int depth) {
        if (depth == 0) {
            throw new MalformedRecordException("Nested deeper than " + MAX_DEPTH);
        }
        return switch (in.u8()) {
            case TEXT -> new Detail.Text(in.text());
            case NUMBER -> new Detail.Number(in.i64());
            case FLAG -> new Detail.Flag(flag(in.u8()));
            case ITEMS -> items(in, depth);
            case MEMBERS -> members(in, depth);
            default -> throw new MalformedRecordException("Unknown type of detail");
        };
    }

    private static boolean flag(int value) {
        if (value > 1) {
            throw new MalformedRecordException("A flag is 0 or 1");
        }
        return value == 1;
    }

    private static Detail.Items items(CanonicalReader in, int depth) {
        int count = count(in);
        List<Detail> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read(in, depth - 1));
        }
        return new Detail.Items(values);
    }

    private static Detail.Members members(CanonicalReader in, int depth) {
        int count = count(in);
        SortedMap<String, Detail> values = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.text();
            if (!values.isEmpty() && values.lastKey().compareTo(name) >= 0) {
                throw new MalformedRecordException("Member names out of order");
            }
            values.put(name, read(in, depth - 1));
        }
        return new Detail.Members(values);
    }

    /// Every element takes at least two bytes, so a count beyond what is left is a lie.
    private static int count(CanonicalReader in) {
        int count = in.u32();
        if (count > in.remaining() / 2) {
            throw new MalformedRecordException("Cut short");
        }
        return count;
    }
}
