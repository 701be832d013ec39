package app.keyhold.kms.credential;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.EventFilter;
import app.keyhold.kms.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a call was last signed with an access key, as the Region's trail tells. Nothing is kept of it elsewhere: every
/// call has its row anyway.
///
/// @param serviceName `kms`
public record LastUse(Instant date, String region, String serviceName) {
    private static final int ROWS_A_PAGE = 500;

    /// @return empty if it was never used here
    public static Optional<LastUse> of(View view, AccessKey key) {
        var filter = new EventFilter(
                Optional.of(key.created()),
                Optional.empty(),
                Set.of(),
                Set.of(key.userArn()),
                Set.of(),
                Optional.empty(),
                Optional.empty());
        List<AuditRow> page = view.audit().page(filter, Long.MAX_VALUE, ROWS_A_PAGE);
        while (!page.isEmpty()) {
            Optional<AuditEvent> newest =
                    page.stream().map(AuditRow::event).filter(event -> isSignedWith(key, event)).findFirst();
            if (newest.isPresent() || page.size() < ROWS_A_PAGE) {
                return newest.map(event -> new LastUse(event.time(), view.region(), service(event)));
            }
            page = view.audit().page(filter, page.getLast().number(), ROWS_A_PAGE);
        }
        return Optional.empty();
    }

    private static boolean isSignedWith(AccessKey key, AuditEvent event) {
        return event.actor().accessKeyId().filter(key.id()::equals).isPresent();
    }

    private static String service(AuditEvent event) {
        return event.source().split("\\.", 2)[0];
    }
}
