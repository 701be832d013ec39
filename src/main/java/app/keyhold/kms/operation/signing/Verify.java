package app.keyhold.kms.operation.signing;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

public final class Verify {
    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 4096) Blob message,
            @OneOf(MessageType.class) Optional<String> messageType,
            @Required @Length(min = 1, max = 6144) Blob signature,
            @Required @OneOf(SigningAlgorithm.class) String signingAlgorithm)
            implements KmsRequest<Response>, DryRunnable {}

    public record Response(
            String keyId,
            Boolean signatureValid,
            SigningAlgorithm signingAlgorithm) {}
}
