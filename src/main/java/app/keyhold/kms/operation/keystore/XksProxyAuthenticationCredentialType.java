package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import app.keyhold.kms.shape.Sensitive;
import java.nio.charset.StandardCharsets;

/// KMS API: XksProxyAuthenticationCredentialType.
public record XksProxyAuthenticationCredentialType(
        @Required @Length(min = 20, max = 30) @Matches("^[A-Z2-7]+$") @Sensitive SecretBytes accessKeyId,
        @Required @Length(min = 43, max = 64) @Matches("^[a-zA-Z0-9\\/+=]+$") @Sensitive SecretBytes rawSecretAccessKey) {
    /// It names the secret and is shown to whoever may describe the key store.
    String accessKeyIdText() {
        return accessKeyId.use(ascii -> new String(ascii, StandardCharsets.US_ASCII));
    }
}
