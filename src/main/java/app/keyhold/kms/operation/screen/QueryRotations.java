package app.keyhold.kms.operation.screen;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What rotates and what ends, for the Gantt, the agenda and `rotation list`: keys that can rotate, keys whose deletion is
/// pending, and keys whose imported material expires.
public final class QueryRotations extends ScreenOperation<QueryRotations.Request, QueryRotations.Response> {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    public record Response(List<Row> rows) {}

    /// @param next when it rotates by itself; in the past while it is due and not yet done
    /// @param onDemandCount of 25
    /// @param expires when its imported material does
    /// @param filesOnOlderMaterial of those the vault remembers
    public record Row(
            String keyId,
            List<String> aliases,
            KeyManager manager,
            KeyState state,
            Instant created,
            List<Span> materials,
            Optional<Instant> next,
            int periodInDays,
            int onDemandCount,
            Optional<Instant> deletionDate,
            Optional<Instant> expires,
            long filesOnOlderMaterial,
            List<Tag> tags) {}

    /// One material's time in force, oldest first; `until` is empty for the current one.
    public record Span(String materialId, Instant from, Optional<Instant> until, Optional<RotationType> rotation) {}

    public QueryRotations() {
        super(Request.class, "keyhold.app", "keyhold:QueryRotations");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Map<String, List<String>> aliases = KeyPages.aliasNames(view);
        // Read at once: a look for each key would take a second where there are many.
        Map<String, List<KnownFiles.Group>> files =
                view.files().groups().stream().collect(Collectors.groupingBy(KnownFiles.Group::keyId));
        return Prepared.answer(new Response(KeyPages.all(view).stream()
                .filter(key -> canRotate(key) || key.deletionDate().isPresent() || key.expires().isPresent())
                .map(key -> row(
                        key,
                        aliases.getOrDefault(key.id(), List.of()),
                        QueryFiles.onOlderMaterial(files.getOrDefault(key.id(), List.of()), key)))
                .toList()));
    }

    private static boolean canRotate(Key key) {
        return key.spec().isSymmetric() && key.origin() == KeyOrigin.AWS_KMS;
    }

    private static Row row(Key key, List<String> aliases, long filesOnOlderMaterial) {
        return new Row(
                key.id(),
                aliases,
                key.manager(),
                key.state(),
                key.created(),
                spans(key.materials()),
                key.rotation().next(),
                key.rotation().periodInDays(),
                key.rotation().onDemandCount(),
                key.deletionDate(),
                key.expires(),
                filesOnOlderMaterial,
                key.tags());
    }

    /// Each material is in force until the next one.
    private static List<Span> spans(List<KeyMaterial> materials) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < materials.size(); i++) {
            KeyMaterial material = materials.get(i);
            Optional<Instant> until = i + 1 < materials.size()
                    ? Optional.of(materials.get(i + 1).created())
                    : Optional.empty();
            spans.add(new Span(material.id(), material.created(), until, material.rotation()));
        }
        return spans;
    }
}
