package app.keyhold.kms.operation.encryption;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.DataKeySpec;
import java.util.Optional;

/// How long a data key is to be, which a request says in one of two ways.
final class DataKeyLength {
    private DataKeyLength() {}

    /// In bytes.
    ///
    /// @throws KmsException ValidationException unless exactly one is given
    static int of(Optional<String> keySpec, Optional<Integer> numberOfBytes) {
        if (keySpec.isPresent() == numberOfBytes.isPresent()) {
            throw new KmsException(Fault.ValidationException, "Please specify either number of bytes or key spec.");
        }
        return numberOfBytes.orElseGet(() -> switch (DataKeySpec.valueOf(keySpec.orElseThrow())) {
            case AES_256 -> 32;
            case AES_128 -> 16;
        });
    }
}
