package app.keyhold.kms.operation.region;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Peers;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.outbox.OutboxEntry.Kind;
import java.util.List;

/// What a key leaves for its relatives in other Regions.
public final class Relatives {
    private static final Blob NOTHING = Blob.of(new byte[0]);

    private Relatives() {}

    /// What they share has changed here. Only a primary has something to tell.
    public static void tell(UnitOfWork work, Key key) {
        if (hasReplicas(key)) {
            others(key).forEach(region -> tell(work, region, key.id()));
        }
    }

    static void tell(UnitOfWork work, String region, String keyId) {
        OutboxEntry.leave(work, region, Kind.KEY, keyId, NOTHING);
    }

    /// A replica is no more. All are told, not the primary alone: another may be the primary by then.
    public static void sayGone(UnitOfWork work, Key key) {
        others(key).forEach(region -> OutboxEntry.leave(work, region, Kind.REPLICA_GONE, key.id(), NOTHING));
    }

    public static boolean hasReplicas(Key key) {
        return key.multiRegion()
                .filter(relatives -> relatives.isPrimary() && !relatives.replicaRegions().isEmpty())
                .isPresent();
    }

    /// Whether the key's automatic and on-demand rotations are another's business.
    public static boolean isReplica(Key key) {
        return key.multiRegion().filter(relatives -> !relatives.isPrimary()).isPresent();
    }

    /// Whether Keyhold made the material that waits: it comes into force by itself once the replicas in reach hold it.
    public static boolean isRotating(Key key) {
        return key.origin() == KeyOrigin.AWS_KMS && key.pending().isPresent();
    }

    /// Whether every replica in reach holds a material that is wrapped there.
    public static boolean holdIn(Peers peers, Key key, KeyMaterial material) {
        return replicas(peers, key).stream()
                .allMatch(replica -> replica.material(material.id()).filter(KeyMaterial::isWrapped).isPresent());
    }

    /// Of the others.
    public static List<String> arns(Key key) {
        return others(key).stream()
                .map(region -> new KeyArn(region, key.arn().account(), key.id()).toString())
                .toList();
    }

    private static List<Key> replicas(Peers peers, Key key) {
        return key.multiRegion().map(MultiRegion::replicaRegions).orElse(List.of()).stream()
                .flatMap(region -> peers.find(region).stream())
                .map(Peers.Peer::view)
                .flatMap((View there) -> there.key(key.id()).stream())
                .toList();
    }

    private static List<String> others(Key key) {
        return key.multiRegion()
                .map(relatives -> relatives.othersThan(key.arn().region()))
                .orElse(List.of());
    }
}
