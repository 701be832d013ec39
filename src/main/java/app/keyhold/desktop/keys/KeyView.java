package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKey.DailyUse;
import app.keyhold.kms.operation.screen.QueryKey.Material;
import app.keyhold.kms.operation.screen.QueryKey;
import java.util.Optional;

/// What the pane says about a key, and what may be done to it now.
public record KeyView(QueryKey.Response key, Moments moments) {
    private static final Words WORDS = Words.of(KeyView.class);

    public KeyMetadata metadata() {
        return key.metadata();
    }

    public String id() {
        return metadata().keyId();
    }

    /// `alias/payroll`, or the id of a key without a name.
    public String title() {
        return key.aliases().isEmpty() ? id() : key.aliases().getFirst();
    }

    public String name() {
        return KeyWords.name(key.aliases(), id());
    }

    public StateLabel state() {
        return StateLabel.of(metadata().keyState(), key.rotation().next(), metadata().deletionDate(), moments);
    }

    public boolean isServiceManaged() {
        return metadata().keyManager() == KeyManager.AWS;
    }

    public boolean isPendingDeletion() {
        return metadata().keyState() == KeyState.PendingDeletion;
    }

    public boolean isEnabled() {
        return metadata().keyState() == KeyState.Enabled;
    }

    /// By date or by hand.
    public boolean canRotateAtAll() {
        return metadata().keySpec().isSymmetric() && metadata().customKeyStoreId().isEmpty() && !isReplica();
    }

    public boolean canRotateByDate() {
        return canRotateAtAll() && metadata().origin() == KeyOrigin.AWS_KMS;
    }

    /// Imported keys rotate to material that waits for it.
    public boolean waitsForRotation() {
        return key.materials().stream().anyMatch(Material::pending);
    }

    public boolean isImported() {
        return metadata().origin() == KeyOrigin.EXTERNAL;
    }

    public boolean isPendingImport() {
        return metadata().keyState() == KeyState.PendingImport;
    }

    public boolean isReplica() {
        return metadata().multiRegionConfiguration().filter(all -> !all.primaryKey().region().equals(region())).isPresent();
    }

    public boolean isPrimary() {
        return metadata().multiRegion() && !isReplica();
    }

    public boolean canRotateNow() {
        return canRotateAtAll() && isEnabled() && !isServiceManaged() && onDemandLeft() > 0 && (!isImported() || waitsForRotation());
    }

    public int onDemandLeft() {
        return app.keyhold.kms.key.Rotation.MAX_ON_DEMAND - key.rotation().onDemandCount();
    }

    /// Empty if none are known.
    public Optional<String> filesOnOlderMaterial() {
        return Optional.of(key.filesOnOlderMaterial()).filter(count -> count > 0).map(count -> WORDS.get("view.older", count));
    }

    /// `12 known files, 2 on older material`
    public String knownFiles() {
        long older = key.filesOnOlderMaterial();
        return older == 0 ? WORDS.get("view.known", key.knownFiles()) : WORDS.get("view.knownOlder", key.knownFiles(), older);
    }

    public Optional<String> filesAtStake() {
        return Optional.of(key.knownFiles()).filter(count -> count > 0).map(count -> WORDS.get("view.stake", count));
    }

    public boolean canChange() {
        return !isServiceManaged() && !isPendingDeletion();
    }

    /// Why most buttons are off, where they are.
    public Optional<String> whyFixed() {
        if (isServiceManaged()) {
            String service = name().startsWith("aws/") ? name().substring("aws/".length()) : name();
            return Optional.of(WORDS.get("view.service", service));
        }
        return metadata().deletionDate().filter(date -> isPendingDeletion()).map(date -> WORDS.get("view.deleted", moments.formats().date(date)));
    }

    /// What it takes before the key can be used.
    public Optional<String> whyWaiting() {
        if (!isPendingImport()) {
            return Optional.empty();
        }
        return Optional.of(WORDS.get(key.materials().stream().anyMatch(Material::absent) ? "view.materialGone" : "view.noMaterial"));
    }

    public long uses() {
        return key.uses().stream().mapToLong(DailyUse::uses).sum();
    }

    public long denied() {
        return key.uses().stream().mapToLong(DailyUse::denied).sum();
    }

    /// `1,204 uses · 3 denied`.
    public String usesSentence() {
        return WORDS.get("view.uses", uses(), denied());
    }

    public String region() {
        return metadata().arn().split(":")[3];
    }

    /// What a person types to confirm the deletion: the alias without its prefix, or the id's first eight digits.
    public String confirmation() {
        return name();
    }

    public static String withPrefix(String name) {
        return name.startsWith(Alias.PREFIX) ? name : Alias.PREFIX + name;
    }
}
