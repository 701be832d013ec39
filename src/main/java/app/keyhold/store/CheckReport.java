package app.keyhold.store;

import app.keyhold.audit.Verification;
import java.util.List;

/// What looking at a Region from end to end came to.
///
/// @param pages what SQLite finds wrong with the file, empty if nothing
/// @param rows stored rows against the chain, empty if all fit
public record CheckReport(List<String> pages, Verification chain, List<RowFinding> rows) {
    public CheckReport {
        pages = List.copyOf(pages);
        rows = List.copyOf(rows);
    }

    public boolean isIntact() {
        return pages.isEmpty() && chain.isIntact() && rows.isEmpty();
    }
}
