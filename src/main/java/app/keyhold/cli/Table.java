package app.keyhold.cli;

import java.util.ArrayList;
import java.util.List;

/// Aligned columns under a heading; the last column keeps its length.
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... heading) {
        rows.add(List.of(heading));
    }

    public Table row(String... cells) {
        rows.add(List.of(cells).stream().map(Plain::line).toList());
        return this;
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - length(row.get(i))).append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.deleteCharAt(text.length() - 1).toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
