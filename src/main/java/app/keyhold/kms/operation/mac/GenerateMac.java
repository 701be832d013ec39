package app.keyhold.kms.operation.mac;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// The HMAC of a message of up to 4,096 bytes.
public final class GenerateMac implements MacUse<GenerateMac.Request, GenerateMac.Response> {
    private final MaterialWrapping materials;

    public GenerateMac(MaterialWrapping materials) {
        this.materials = materials;
    }

    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @OneOf(MacAlgorithm.class) String macAlgorithm,
            @Required @Length(min = 1, max = 4096) Blob message)
            implements MacUse.Asking<Response>, DryRunnable {
        public static Request of(String keyId, Blob message, MacAlgorithm algorithm) {
            return new Request(Optional.empty(), List.of(), keyId, algorithm.name(), message);
        }
    }

    public record Response(
            String keyId,
            Blob mac,
            MacAlgorithm macAlgorithm) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        byte[] message = request.message().toByteArray();
        byte[] mac = materials.with(
                key, key.currentMaterial(), material -> Hmac.compute(request.algorithm(), material, message));
        return Prepared.answer(new Response(key.arn().toString(), Blob.of(mac), request.algorithm()));
    }
}
