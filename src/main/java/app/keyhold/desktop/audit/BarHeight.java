package app.keyhold.desktop.audit;

import java.util.List;

/// How high bars are: in proportion to what they count, unless one dwarfs the rest. Then by the square root, so that a
/// single busy hour does not flatten the picture.
///
/// @param highest the largest count
/// @param byRoot whether the heights are no proportions
record BarHeight(long highest, boolean byRoot) {
    private static final int DWARFS = 8;

    /// Which of the two a person wants; [#BY_ITSELF] while nobody has said.
    enum Scale {
        BY_ITSELF,
        PROPORTION,
        ROOT
    }

    static BarHeight over(List<Long> counts, Scale scale) {
        BarHeight own = over(counts);
        return scale == Scale.BY_ITSELF ? own : new BarHeight(own.highest, scale == Scale.ROOT);
    }

    static BarHeight over(List<Long> counts) {
        List<Long> some = counts.stream().filter(count -> count > 0).sorted().toList();
        if (some.isEmpty()) {
            return new BarHeight(0, false);
        }
        long median = some.get(some.size() / 2);
        return new BarHeight(some.getLast(), some.getLast() > DWARFS * median);
    }

    double of(long count, double full) {
        if (count == 0) {
            return 0;
        }
        double share = (double) count / highest;
        return full * (byRoot ? Math.sqrt(share) : share);
    }
}
