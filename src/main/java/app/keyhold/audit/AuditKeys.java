package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.LengthPrefixed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Which audit key is in force along a chain: the first row names it, each later one is signed by the one before it.
final class AuditKeys {
    /// What an event's additional data calls the key, base64 of SubjectPublicKeyInfo.
    static final String PUBLIC_KEY = "auditPublicKey";

    /// The previous key's signature over the introduction, base64.
    static final String SIGNED_BY_PREVIOUS = "signedByPrevious";

    private static final byte[] DOMAIN = "keyhold-audit-key-v1".getBytes(StandardCharsets.UTF_8);

    private final Chain chain;
    private Optional<Blob> inForce = Optional.empty();

    AuditKeys(Chain chain) {
        this.chain = chain;
    }

    Optional<Blob> inForce() {
        return inForce;
    }

    /// @return false if the event introduces a key it has no right to introduce
    boolean follow(AuditEvent event) {
        Optional<Blob> introduced = blob(event, PUBLIC_KEY);
        if (introduced.isEmpty()) {
            return true;
        }
        if (inForce.isPresent() && !isProven(event, introduced.get(), inForce.get())) {
            return false;
        }
        inForce = introduced;
        return true;
    }

    private boolean isProven(AuditEvent event, Blob introduced, Blob previous) {
        byte[] introduction = LengthPrefixed.join(
                DOMAIN,
                chain.vaultId().getBytes(StandardCharsets.UTF_8),
                chain.region().getBytes(StandardCharsets.UTF_8),
                introduced.toByteArray());
        return blob(event, SIGNED_BY_PREVIOUS)
                .filter(signature -> CheckpointCodec.verifies(introduction, signature, previous))
                .isPresent();
    }

    private static Optional<Blob> blob(AuditEvent event, String name) {
        if (event.additional().values().get(name) instanceof Detail.Text(String base64)) {
            try {
                return Optional.of(Blob.ofBase64(base64));
            } catch (IllegalArgumentException notBase64) {
                return Optional.of(Blob.of(new byte[0]));
            }
        }
        return Optional.empty();
    }
}
