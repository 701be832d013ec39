package app.keyhold.kms.operation.role;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Identity;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import java.util.List;
import java.util.Optional;

/// Every role, in order of name.
public final class ListRoles implements Operation<ListRoles.Request, ListRoles.Response> {
    private static final int DEFAULT_ITEMS = 100;

    public record Request(
            @Length(min = 1, max = 1024) Optional<String> marker,
            @Range(min = 1, max = 1000) Optional<Integer> maxItems)
            implements KmsRequest<Response> {
        public static Request first() {
            return new Request(Optional.empty(), Optional.empty());
        }
    }

    public record Response(Boolean isTruncated, Optional<String> marker, List<Role> roles) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "iam.amazonaws.com";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.IamOnly("iam:ListRoles"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<Identity> roles = view.identities().stream()
                .filter(identity -> identity.role().isPresent())
                .toList();
        Page<Identity> page = Page.of(
                name(),
                roles,
                role -> role.principal().name(),
                request.maxItems().orElse(DEFAULT_ITEMS),
                request.marker());
        return Prepared.answer(new Response(page.truncated(), page.nextMarker(), page.map(role -> Role.of(view, role))));
    }
}
