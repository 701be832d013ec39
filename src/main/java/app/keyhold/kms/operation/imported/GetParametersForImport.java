package app.keyhold.kms.operation.imported;

import static app.keyhold.kms.key.KeyState.Disabled;
import static app.keyhold.kms.key.KeyState.Enabled;
import static app.keyhold.kms.key.KeyState.PendingImport;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.NewKey;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A public key to wrap one key's material with, and the token that goes with it; both are good for 24 hours. Making
/// the key takes up to seconds.
public final class GetParametersForImport
        implements KeyChange<GetParametersForImport.Request, GetParametersForImport.Response> {
    private static final int ID_BYTES = 16;

    private final ImportWrapping imports;
    private final InstantSource clock;

    public GetParametersForImport(ImportWrapping imports, InstantSource clock) {
        this.imports = imports;
        this.clock = clock;
    }

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @OneOf(WrappingAlgorithm.class) String wrappingAlgorithm,
            @Required @OneOf(WrappingKeySpec.class) String wrappingKeySpec)
            implements KeyRequest<Response> {}

    public record Response(
            Blob importToken,
            String keyId,
            Instant parametersValidTo,
            Blob publicKey) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return Set.of(Enabled, Disabled, PendingImport);
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        KeyChange.super.requireFit(request, keys);
        Require.origin(keys.getFirst(), KeyOrigin.EXTERNAL);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        WrappingAlgorithm algorithm = WrappingAlgorithm.valueOf(request.wrappingAlgorithm());
        WrappingKeySpec spec = WrappingKeySpec.valueOf(request.wrappingKeySpec());
        requireProvided(algorithm, spec);
        NewKey pair = KeyGeneration.generate(spec.keySpec());
        try (SecretBytes privateKey = pair.secret()) {
            ImportParameters parameters = imports.sealed(
                    new ImportParameters(
                            HexFormat.of().formatHex(Randomness.bytes(ID_BYTES)),
                            key.id(),
                            algorithm,
                            spec,
                            clock.instant().plus(ImportParameters.LIFETIME).truncatedTo(ChronoUnit.MILLIS),
                            Blob.of(new byte[0])),
                    privateKey);
            Blob idSecret = imports.newIdSecret();
            var response = new Response(
                    imports.token(key.arn(), parameters).blob(),
                    key.arn().toString(),
                    parameters.expires(),
                    pair.publicKey().orElseThrow());
            return Prepared.change(work -> {
                if (work.setting(ImportSettings.ID_SECRET).isEmpty()) {
                    work.putSetting(ImportSettings.ID_SECRET, idSecret.base64());
                }
                work.expiredImportParameters(work.now()).forEach(work::remove);
                work.put(parameters);
                return response;
            });
        }
    }

    private static void requireProvided(WrappingAlgorithm algorithm, WrappingKeySpec spec) {
        Optional<String> why =
                switch (algorithm) {
                    case RSAES_PKCS1_V1_5 -> Optional.of("RSAES_PKCS1_V1_5 is withdrawn. Use RSAES_OAEP_SHA_256.");
                    case SM2PKE -> Optional.of("SM2PKE wraps material in China Regions only. Use an RSA wrapping key.");
                    case RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, RSA_AES_KEY_WRAP_SHA_1, RSA_AES_KEY_WRAP_SHA_256 ->
                        spec == WrappingKeySpec.SM2
                                ? Optional.of("An SM2 wrapping key goes with SM2PKE alone. Use an RSA wrapping key.")
                                : Optional.empty();
                };
        why.ifPresent(sentence -> {
            throw new KmsException(Fault.UnsupportedOperationException, sentence);
        });
    }
}
