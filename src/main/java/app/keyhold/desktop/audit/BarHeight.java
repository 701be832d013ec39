package app.keyhold.desktop.audit;

/// How high a bar is. By the square root, so that one busy hour does not flatten the rest of the picture.
final class BarHeight {
    private BarHeight() {}

    static double of(long count, long highest, double full) {
        return count == 0 ? 0 : full * Math.sqrt((double) count / highest);
    }
}
