package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is due, and whether the clock can be trusted with what cannot be undone.
public final class QueryDue implements Operation<QueryDue.Request, QueryDue.Response> {
    public record Request(@Required String screenSession, @Required Instant now)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param rotations of enabled keys, whose date has come
    /// @param endings of keys whose deletion is pending and of imported material that expires, also those whose date has
    ///     not come
    /// @param doubt why the clock cannot be trusted with what cannot be undone, until somebody confirms the date
    /// @param unwitnessed rows since the last witness
    /// @param expiredParameters how many keys that were given out for imports have expired
    public record Response(
            List<Rotation> rotations,
            List<Ending> endings,
            Optional<ClockDoubt> doubt,
            long unwitnessed,
            int expiredParameters) {}

    /// @param name an alias, or the key's id if it has none
    public record Rotation(String keyId, String name, Instant date) {}

    /// @param materialId of the material that expires; empty where the key itself is to be deleted
    /// @param announcedIn the session that first showed this date, if any did
    public record Ending(
            String keyId,
            String name,
            Optional<String> materialId,
            Instant date,
            Optional<String> announcedIn) {}

    /// @param ahead true if time jumped forward, or the vault rested, by more than 30 days; false if it is earlier now
    ///     than the trail has seen
    /// @param seen the latest time before that
    public record ClockDoubt(boolean ahead, Instant seen, Instant now) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "keyhold.app";
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
        return List.of(new Access.OwnSchedule("keyhold:QueryDue", Principal.Service.KMS));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        ClockTrail clock = ClockTrail.of(view);
        var announced = Announcements.of(view);
        List<Rotation> rotations = view.due(request.now()).stream()
                .filter(QueryDue::canRotate)
                .flatMap(key -> key.rotation().next().stream()
                        .filter(date -> !date.isAfter(request.now()))
                        .map(date -> new Rotation(key.id(), name(view, key), date)))
                .toList();
        List<Ending> endings = Announcements.ahead(view).stream()
                .map(end -> new Ending(
                        end.key().id(), name(view, end.key()), end.materialId(), end.date(), announced.sessionOf(end)))
                .toList();
        return Prepared.answer(new Response(
                rotations,
                endings,
                clock.doubt(request.now()),
                clock.rowsSinceWitness(),
                view.expiredImportParameters(request.now()).size()));
    }

    /// A replica rotates with its primary, and one rotation is completed before the next begins.
    private static boolean canRotate(Key key) {
        return key.state() == KeyState.Enabled && !Relatives.isReplica(key) && !Relatives.isRotating(key);
    }

    private static String name(View view, Key key) {
        return view.aliasesOf(key.id()).stream().findFirst().map(Alias::name).orElse(key.id());
    }
}
