package app.keyhold.kms.key;

import app.keyhold.kms.DryRunnable;

/// KMS API: DryRunModifierType.
public enum DryRunModifier {
    IGNORE_CIPHERTEXT;

    /// Whether a dry run asks about permissions and key state alone.
    public static boolean ignoresCiphertext(DryRunnable request) {
        return request.dryRun().orElse(false) && request.dryRunModifiers().contains(IGNORE_CIPHERTEXT.name());
    }
}
