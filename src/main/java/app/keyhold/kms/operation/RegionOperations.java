package app.keyhold.kms.operation;

import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.operation.region.AcceptPrimaryRegion;
import app.keyhold.kms.operation.region.CreateReplicaKey;
import app.keyhold.kms.operation.region.ForgetReplica;
import app.keyhold.kms.operation.region.SynchronizeMultiRegionKey;
import app.keyhold.kms.operation.schedule.CompleteKeyRotation;
import java.util.List;

/// What the `kms` service does in one Region because of another, wired.
public final class RegionOperations {
    private RegionOperations() {}

    public static List<Operation<?, ?>> all(Peers peers, MaterialWrapping materials) {
        return List.of(
                new CreateReplicaKey(peers),
                new SynchronizeMultiRegionKey(peers, materials),
                new AcceptPrimaryRegion(peers, materials),
                new ForgetReplica(peers),
                new CompleteKeyRotation(peers));
    }
}
