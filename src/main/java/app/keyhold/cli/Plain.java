package app.keyhold.cli;

/// Text from files, keys and people on its way to a terminal.
public final class Plain {
    private Plain() {}

    /// Control characters, which could move the cursor or forge lines, become `?`; line ends stay.
    public static String text(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) && point != '\n' || isBidirectionalOverride(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// The same on a single line.
    public static String line(String text) {
        return text(text.replace('\n', ' '));
    }

    private static boolean isBidirectionalOverride(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}
