package app.keyhold.vault.backup;

import app.keyhold.audit.AuditHead;
import app.keyhold.kms.View;

/// What is counted in a copy of a Region, when it is made and when it is opened again.
///
/// @param keys in any state
record Contents(AuditHead head, long keys) {
    private static final int PAGE = 1000;

    static Contents of(View view) {
        long keys = 0;
        var page = view.keys("", PAGE);
        while (!page.isEmpty()) {
            keys += page.size();
            page = view.keys(page.getLast().id(), PAGE);
        }
        return new Contents(view.audit().head(), keys);
    }
}
