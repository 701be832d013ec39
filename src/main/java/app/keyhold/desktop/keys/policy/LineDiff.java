package app.keyhold.desktop.keys.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Two texts compared line by line.
final class LineDiff {
    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    record Line(Kind kind, String text) {}

    private LineDiff() {}

    static List<Line> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int[][] common = longestCommon(old, now);
        Deque<Line> lines = new ArrayDeque<>();
        int i = old.size();
        int j = now.size();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && old.get(i - 1).equals(now.get(j - 1))) {
                lines.addFirst(new Line(Kind.SAME, old.get(--i)));
                j--;
            } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
                lines.addFirst(new Line(Kind.ADDED, now.get(--j)));
            } else {
                lines.addFirst(new Line(Kind.REMOVED, old.get(--i)));
            }
        }
        return List.copyOf(lines);
    }

    /// Length of the longest common subsequence of the first i and the first j lines.
    private static int[][] longestCommon(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = 1; i <= old.size(); i++) {
            for (int j = 1; j <= now.size(); j++) {
                common[i][j] = old.get(i - 1).equals(now.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return common;
    }
}
