package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.file.RecordFiles;
import java.util.Optional;
import java.util.function.Function;

/// The door of one Region, and of another where a key's ARN names it: a file may be for keys of several Regions.
public final class RegionDoors implements Kms {
    private static final String KMS_ARN = "arn:aws:kms:";

    private final Client here;
    private final Function<String, Optional<Client>> elsewhere;

    private RegionDoors(Client here, Function<String, Optional<Client>> elsewhere) {
        this.here = here;
        this.elsewhere = elsewhere;
    }

    /// @param elsewhere the same person's door of another Region by its name; empty if it is away, none, or the one here,
    ///     whose door answers for it then
    public static Client of(Client here, Function<String, Optional<Client>> elsewhere) {
        return new Client(new RegionDoors(here, elsewhere), here.caller());
    }

    @Override
    public <R> R call(Caller caller, KmsRequest<R> request) {
        return region(request)
                .flatMap(elsewhere)
                .map(there -> there.call(request))
                .orElseGet(() -> here.kms().call(caller, request));
    }

    @Override
    public Optional<Class<?>> requestType(String operation) {
        return here.requestType(operation);
    }

    private static Optional<String> region(KmsRequest<?> request) {
        Optional<String> key = switch (request) {
            case GenerateDataKey.Request it -> Optional.of(it.keyId());
            case Encrypt.Request it -> Optional.of(it.keyId());
            case Decrypt.Request it -> it.keyId();
            case RecordFiles.Request it -> Optional.of(it.keyId());
            default -> Optional.empty();
        };
        return key.filter(name -> name.startsWith(KMS_ARN)).map(arn -> arn.substring(KMS_ARN.length()).split(":", 2)[0]);
    }
}
