package app.keyhold.kms.operation.screen;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One key with everything its detail pane shows.
public final class QueryKey extends ScreenOperation<QueryKey.Request, QueryKey.Response> {
    private static final int DAYS = 30;
    private static final int RECENT = 8;

    /// Rows among which the recent ones are found: looking at a key leaves rows too.
    private static final int LOOKED_AT = 64;

    private final InstantSource clock;

    public record Request(@Required String screenSession, @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param uses the last 30 days in UTC, oldest first, days without use included
    /// @param knownFiles that the vault remembers having encrypted under it
    /// @param recent the newest events about this key, newest first, at most 8
    public record Response(
            KeyMetadata metadata,
            List<String> aliases,
            List<Tag> tags,
            String policy,
            Rotation rotation,
            List<Material> materials,
            Optional<Blob> publicKey,
            List<DailyUse> uses,
            List<LookupEvents.Event> recent,
            long knownFiles,
            long filesOnOlderMaterial) {}

    /// Newest first; one that waits for its rotation before all.
    ///
    /// @param imported empty for material that was generated here
    /// @param absent imported once and taken away or expired: its place waits for the same again
    public record Material(
            String id,
            Instant created,
            Optional<RotationType> rotation,
            boolean current,
            boolean pending,
            Optional<KeyMaterial.Imported> imported,
            boolean absent) {}

    public record DailyUse(LocalDate day, long uses, long denied) {}

    public QueryKey(InstantSource clock) {
        super(Request.class, "keyhold.app", "kms:DescribeKey");
        this.clock = clock;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.OnKey("kms:DescribeKey", keys.getFirst()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        EventFilter aboutKey = EventFilters.about(key);
        var cards = new EventCards(view);
        List<KnownFiles.Group> files = view.files().groupsOf(key.id());
        return Prepared.answer(new Response(
                KeyMetadata.of(key, view.keyStores()),
                view.aliasesOf(key.id()).stream().map(Alias::name).toList(),
                key.tags(),
                KnownPrincipals.shown(view, key.policy()),
                key.rotation(),
                materials(key),
                key.materials().isEmpty() ? Optional.empty() : key.currentMaterial().publicKey(),
                uses(view, aboutKey),
                view.audit().page(aboutKey, Long.MAX_VALUE, LOOKED_AT).stream()
                        .filter(row -> row.event().effect() != AuditEvent.Effect.READ)
                        .limit(RECENT)
                        .map(cards::card)
                        .toList(),
                files.stream().mapToLong(KnownFiles.Group::count).sum(),
                QueryFiles.onOlderMaterial(files, key)));
    }

    private static List<Material> materials(Key key) {
        return Stream.concat(
                        key.pending().stream().map(material -> material(material, false, true)),
                        key.materials().reversed().stream()
                                .map(material -> material(
                                        material, material.id().equals(key.currentMaterial().id()), false)))
                .toList();
    }

    private static Material material(KeyMaterial material, boolean current, boolean pending) {
        return new Material(
                material.id(),
                material.created(),
                material.rotation(),
                current,
                pending,
                material.imported(),
                material.isAbsent());
    }

    private static EventFilter usesOf(EventFilter key) {
        return new EventFilter(
                key.from(), key.until(), key.resources(), key.principals(), QueryKeys.USES, key.result(), key.text());
    }

    private List<DailyUse> uses(View view, EventFilter aboutKey) {
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1);
        Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = first.plusDays(DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
        return view.audit().histogram(usesOf(aboutKey), from, until, Duration.ofDays(1)).stream()
                .map(day -> new DailyUse(LocalDate.ofInstant(day.start(), ZoneOffset.UTC), day.use(), day.denied()))
                .toList();
    }
}
