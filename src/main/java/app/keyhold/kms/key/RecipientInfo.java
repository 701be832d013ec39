package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import java.util.Optional;

/// KMS API: RecipientInfo, for answers sealed to a Nitro enclave. Well-formed here, but there is no enclave to answer
/// to.
public record RecipientInfo(
        @OneOf(KeyEncryptionMechanism.class) Optional<String> keyEncryptionAlgorithm,
        @Length(min = 1, max = 262144) Optional<Blob> attestationDocument) {}
