package app.keyhold.kms.operation.imported;

import static app.keyhold.kms.key.KeyState.Disabled;
import static app.keyhold.kms.key.KeyState.Enabled;
import static app.keyhold.kms.key.KeyState.PendingImport;
import static app.keyhold.kms.key.KeyState.Updating;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.ForeignKey;
import app.keyhold.crypto.NewKey;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.WrappedMaterial;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.ExpirationModel;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.ImportToken;
import app.keyhold.kms.key.ImportType;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.Imported;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.BadPaddingException;

/// Brings material into a key of origin EXTERNAL, wrapped as GetParametersForImport said. The wrapping key stays good
/// until it expires: a client that lost the answer may send the same import again.
public final class ImportKeyMaterial implements KeyChange<ImportKeyMaterial.Request, ImportKeyMaterial.Response> {
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(365);

    private final MaterialWrapping materials;
    private final ImportWrapping imports;
    private final InstantSource clock;

    public ImportKeyMaterial(MaterialWrapping materials, ImportWrapping imports, InstantSource clock) {
        this.materials = materials;
        this.imports = imports;
        this.clock = clock;
    }

    public record Request(
            @Required @Length(min = 1, max = 6144) Blob encryptedKeyMaterial,
            @OneOf(ExpirationModel.class) Optional<String> expirationModel,
            @Required @Length(min = 1, max = 6144) Blob importToken,
            @OneOf(ImportType.class) Optional<String> importType,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Length(max = 256) @Matches("^[a-zA-Z0-9:/_\\s.-]+$") Optional<String> keyMaterialDescription,
            @Length(min = 64, max = 64) @Matches("^[a-f0-9]+$") Optional<String> keyMaterialId,
            Optional<Instant> validTo)
            implements KeyRequest<Response> {
        /// Material that does not expire, new or the same as before as the key has it.
        public static Request of(String keyId, Blob token, Blob wrapped) {
            return new Request(
                    wrapped,
                    Optional.of(ExpirationModel.KEY_MATERIAL_DOES_NOT_EXPIRE.name()),
                    token,
                    Optional.empty(),
                    keyId,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /// @param keyMaterialId of a symmetric key
    public record Response(
            String keyId,
            Optional<String> keyMaterialId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return Set.of(Enabled, Disabled, PendingImport, Updating);
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        KeyChange.super.requireFit(request, keys);
        Require.origin(keys.getFirst(), KeyOrigin.EXTERNAL);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key before = keys.getFirst();
        var imported = new Imported(request.keyMaterialDescription().orElse(""), validTo(request, clock.instant()));
        ImportParameters parameters = parameters(view, request, before);
        Optional<ImportType> type = request.importType().map(ImportType::valueOf);
        if (type.equals(Optional.of(ImportType.NEW_KEY_MATERIAL)) && request.keyMaterialId().isPresent()) {
            throw new KmsException(
                    Fault.ValidationException,
                    "KeyMaterialId names material that is imported again. Leave it out for NEW_KEY_MATERIAL.");
        }
        try (SecretBytes plain = unwrap(parameters, request.encryptedKeyMaterial())) {
            NewKey found = ForeignKey.of(before.spec(), plain)
                    .orElseThrow(() -> new KmsException(
                            Fault.IncorrectKeyMaterialException,
                            "The key material is not valid for a key of spec " + before.spec() + "."));
            try (SecretBytes secret = found.secret()) {
                String id = imports.materialId(idSecret(view), before.id(), secret);
                ImportPlan.of(before, id, type, request.keyMaterialId());
                Blob wrapped = materials.wrap(before.arn(), before.spec(), id, secret);
                return Prepared.change(work -> {
                    Key key = KeyLookup.key(work, before.id());
                    var material = new KeyMaterial(
                            id,
                            new Substance.Wrapped(wrapped),
                            found.publicKey(),
                            work.now(),
                            Optional.empty(),
                            Optional.of(imported));
                    // As it is now, also where expired material has not been deleted yet.
                    Key seen = key.asOf(work.now());
                    ImportPlan plan = ImportPlan.of(seen, id, type, request.keyMaterialId());
                    Key complete = plan.applied(seen, material);
                    work.put(complete);
                    if (plan == ImportPlan.WAITING) {
                        Relatives.tell(work, complete);
                    }
                    return new Response(
                            key.arn().toString(), key.spec().isSymmetric() ? Optional.of(id) : Optional.empty());
                });
            }
        }
    }

    private static Optional<Instant> validTo(Request request, Instant now) {
        ExpirationModel model =
                request.expirationModel().map(ExpirationModel::valueOf).orElse(ExpirationModel.KEY_MATERIAL_EXPIRES);
        if (model == ExpirationModel.KEY_MATERIAL_DOES_NOT_EXPIRE) {
            if (request.validTo().isPresent()) {
                throw invalid("A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE");
            }
            return Optional.empty();
        }
        Instant end = request.validTo()
                .orElseThrow(() ->
                        invalid("A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES"));
        if (!end.isAfter(now)) {
            throw invalid("The validTo date must be in the future.");
        }
        if (end.isAfter(now.plus(LONGEST_VALIDITY))) {
            throw invalid("The validTo date must be at most 365 days ahead.");
        }
        return Optional.of(end.truncatedTo(ChronoUnit.MILLIS));
    }

    private ImportParameters parameters(View view, Request request, Key key) {
        ImportToken token = ImportToken.parse(request.importToken())
                .filter(parsed -> imports.isGenuine(parsed, key.arn()))
                .orElseThrow(() -> new KmsException(
                        Fault.InvalidImportTokenException, "The import token is not one of " + key.arn() + "."));
        if (!token.expires().isAfter(clock.instant())) {
            throw new KmsException(
                    Fault.ExpiredImportTokenException,
                    "The import token has expired. Get new parameters for the import and wrap the material again.");
        }
        return view.importParameters(token.parametersId())
                .orElseThrow(() -> new KmsException(
                        Fault.InvalidImportTokenException, "The import token is not one of " + key.arn() + "."));
    }

    private SecretBytes unwrap(ImportParameters parameters, Blob wrapped) {
        try (SecretBytes privateKey = imports.privateKey(parameters)) {
            int modulusBytes = parameters.wrappingKeySpec().keySpec().bits() / 8;
            return WrappedMaterial.unwrap(parameters.algorithm(), privateKey, modulusBytes, wrapped);
        } catch (BadPaddingException refused) {
            throw new KmsException(Fault.InvalidCiphertextException);
        }
    }

    /// Made with the first parameters, so a genuine token means that it is there.
    private static Blob idSecret(View view) {
        return view.setting(ImportSettings.ID_SECRET).map(Blob::ofBase64).orElseThrow();
    }

    private static KmsException invalid(String sentence) {
        return new KmsException(Fault.ValidationException, sentence);
    }
}
