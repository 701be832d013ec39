package app.keyhold.kms.operation.mac;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

public final class VerifyMac {
    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 6144) Blob mac,
            @Required @OneOf(MacAlgorithm.class) String macAlgorithm,
            @Required @Length(min = 1, max = 4096) Blob message)
            implements KmsRequest<Response>, DryRunnable {
        public static Request of(String keyId, Blob message, Blob mac, MacAlgorithm algorithm) {
            return new Request(Optional.empty(), List.of(), keyId, mac, algorithm.name(), message);
        }
    }

    public record Response(
            String keyId,
            MacAlgorithm macAlgorithm,
            Boolean macValid) {}
}
