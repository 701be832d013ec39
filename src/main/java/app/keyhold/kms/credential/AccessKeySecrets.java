package app.keyhold.kms.credential;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.View;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// The secrets of access keys, at rest under the vault's `wrap/credential` key and bound to the user and the access key.
/// The one place where they open: nothing but [#credential] hands one out again.
public final class AccessKeySecrets {
    /// Base64 makes forty characters of it.
    public static final int SECRET_BYTES = 30;

    private static final String PURPOSE = "wrap/credential";

    private final SecretBytes wrappingKey;
    private final String vaultId;

    /// @param wrappingKey stays the caller's to wipe
    public AccessKeySecrets(SecretBytes wrappingKey, String vaultId) {
        this.wrappingKey = wrappingKey;
        this.vaultId = vaultId;
    }

    /// Who signs with an access key.
    ///
    /// @param secret its base64 is the secret access key
    public record Credential(Principal principal, SecretBytes secret) implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    /// For whoever verifies signatures; what the signer may do is for the policies to say.
    ///
    /// @return empty if nobody may sign with it: it is not there, inactive, or its user is gone or disabled
    /// @throws StoreException DAMAGED
    public Optional<Credential> credential(View view, String accessKeyId) {
        return view.accessKey(accessKeyId)
                .filter(key -> key.status() == AccessKeyStatus.Active)
                .flatMap(key -> view.identity(key.userArn())
                        .filter(Identity::enabled)
                        .filter(key::isOf)
                        .map(user -> new Credential(user.principal(), open(key))));
    }

    public Blob wrap(String userId, String accessKeyId, SecretBytes secret) {
        return KeyWrap.wrap(wrappingKey, secret, PURPOSE, vaultId, userId, accessKeyId);
    }

    /// The same key with its secret wrapped under this key.
    public AccessKey moved(AccessKey key, AccessKeySecrets from) {
        try (SecretBytes secret = from.open(key)) {
            return key.withSecret(wrap(key.userId(), key.id(), secret));
        }
    }

    public boolean opens(AccessKey key) {
        try (SecretBytes secret = open(key)) {
            return secret.length() > 0;
        } catch (StoreException otherKey) {
            return false;
        }
    }

    private SecretBytes open(AccessKey key) {
        try {
            return KeyWrap.unwrap(wrappingKey, key.secret(), PURPOSE, vaultId, key.userId(), key.id());
        } catch (AEADBadTagException damaged) {
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "The secret of the access key " + key.id() + " is damaged or was exchanged. Nothing was changed; check"
                            + " the vault, then delete the access key and create another one.",
                    damaged);
        }
    }
}
