package app.keyhold.kms.operation.rotation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.ExpirationModel;
import app.keyhold.kms.key.ImportState;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.Imported;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A key's rotations, oldest first, or all its materials including the first.
public final class ListKeyRotations implements Operation<ListKeyRotations.Request, ListKeyRotations.Response> {
    private static final int DEFAULT_LIMIT = 100;

    private final Peers peers;

    public ListKeyRotations(Peers peers) {
        this.peers = peers;
    }

    public record Request(
            @OneOf(IncludeKeyMaterial.class) Optional<String> includeKeyMaterial,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        /// The rotations alone.
        public static Request of(String keyId) {
            return of(keyId, IncludeKeyMaterial.ROTATIONS_ONLY);
        }

        public static Request of(String keyId, IncludeKeyMaterial include) {
            return new Request(Optional.of(include.name()), keyId, Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            Optional<String> nextMarker,
            List<RotationsListEntry> rotations,
            Boolean truncated) {}

    public record RotationsListEntry(
            Optional<ExpirationModel> expirationModel,
            Optional<ImportState> importState,
            String keyId,
            Optional<String> keyMaterialDescription,
            Optional<String> keyMaterialId,
            Optional<KeyMaterialState> keyMaterialState,
            Optional<Instant> rotationDate,
            Optional<KeyMaterial.RotationType> rotationType,
            Optional<Instant> validTo) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.symmetric(keys.getFirst());
        Require.notInKeyStore(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        boolean all = request.includeKeyMaterial()
                .filter(include -> include.equals(IncludeKeyMaterial.ALL_KEY_MATERIAL.name()))
                .isPresent();
        List<KeyMaterial> listed = key.allMaterials().stream()
                .filter(material -> all || material.rotation().isPresent() && !isPending(key, material))
                .toList();
        Page<KeyMaterial> page = Page.of(
                String.join(" ", name(), key.id(), String.valueOf(all)),
                listed,
                KeyMaterial::id,
                request.limit().orElse(DEFAULT_LIMIT),
                request.marker());
        return Prepared.answer(
                new Response(page.nextMarker(), page.map(material -> entry(key, material)), page.truncated()));
    }

    private RotationsListEntry entry(Key key, KeyMaterial material) {
        Optional<Imported> here = material.imported().filter(_ -> !material.isAbsent());
        Optional<KeyMaterial.RotationType> inForce = material.rotation().filter(_ -> !isPending(key, material));
        return new RotationsListEntry(
                here.map(Imported::expirationModel),
                material.imported()
                        .map(_ -> material.isAbsent() ? ImportState.PENDING_IMPORT : ImportState.IMPORTED),
                key.id(),
                here.map(Imported::description).filter(text -> !text.isEmpty()),
                Optional.of(material.id()),
                Optional.of(state(key, material)),
                inForce.map(_ -> material.created()),
                inForce,
                here.flatMap(Imported::validTo));
    }

    private static boolean isPending(Key key, KeyMaterial material) {
        return key.pending().filter(material::equals).isPresent();
    }

    private KeyMaterialState state(Key key, KeyMaterial material) {
        if (isPending(key, material)) {
            return key.origin() == KeyOrigin.AWS_KMS || Relatives.holdIn(peers, key, material)
                    ? KeyMaterialState.PENDING_ROTATION
                    : KeyMaterialState.PENDING_MULTI_REGION_IMPORT_AND_ROTATION;
        }
        return material.equals(key.currentMaterial()) ? KeyMaterialState.CURRENT : KeyMaterialState.NON_CURRENT;
    }
}
