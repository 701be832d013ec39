package app.keyhold.kms.operation.screen;

import app.keyhold.audit.AuditTrail.Attributes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// What the timeline can be filtered by: what occurs in it, the most frequent first.
public final class QueryEventAttributes extends ScreenOperation<QueryEventAttributes.Request, QueryEventAttributes.Response> {
    private static final int MOST = 100;

    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param names of operations
    /// @param sources services: `kms.amazonaws.com`
    public record Response(List<String> names, List<Named> principals, List<String> sources, List<Named> keys) {}

    /// @param name what to call it: an alias where there is one, else the ARN's last part
    public record Named(String arn, String name) {}

    public QueryEventAttributes() {
        super(Request.class, "cloudtrail.amazonaws.com", "cloudtrail:LookupEvents");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var cards = new EventCards(view);
        Attributes found = view.audit().attributes(MOST);
        return Prepared.answer(new Response(
                found.names(),
                named(cards, found.principals()),
                found.sources(),
                named(cards, found.keys())));
    }

    private static List<Named> named(EventCards cards, List<String> arns) {
        return arns.stream().map(arn -> new Named(arn, cards.nameOf(arn))).toList();
    }
}
