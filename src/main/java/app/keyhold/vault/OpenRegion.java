package app.keyhold.vault;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Pipeline;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.key.MaterialWrapping;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// One Region of an open vault: its database and the door to it.
final class OpenRegion {
    private final StoredRegion stored;
    private final RegionKeys keys;
    private final Pipeline pipeline;
    private final Gate gate;
    private final Client service;

    /// @param keys closed with the door
    /// @param operations all of the Region's, over its keys
    OpenRegion(
            StoredRegion stored,
            RegionKeys keys,
            HeaderKeeper headers,
            InstantSource clock,
            HeaderTurn headerTurn,
            Function<RegionKeys, List<Operation<?, ?>>> operations) {
        this.stored = stored;
        this.keys = keys;
        this.pipeline = new Pipeline(operations.apply(keys), stored.store(), keys.tokens(), clock);
        var kms = Caller.of(Principal.Service.KMS, new Origin("schedule", "Keyhold"));
        var lock = VaultLock.ofHeader(stored.layout().folder());
        this.gate = new Gate(pipeline, kms, stored.name(), headers, lock, headerTurn);
        this.service = new Client(pipeline, kms);
    }

    String name() {
        return stored.name();
    }

    StoredRegion stored() {
        return stored;
    }

    MaterialWrapping materials() {
        return keys.materials();
    }

    SessionTokens sessions() {
        return keys.sessions();
    }

    AccessKeySecrets accessKeys() {
        return keys.accessKeys();
    }

    Gate gate() {
        return gate;
    }

    /// The door as the `kms` service has it, open also while the gate is closing.
    Client service() {
        return service;
    }

    /// Lets running calls finish and wipes materials and keys; the database stays open.
    void closeDoor() {
        gate.close();
        pipeline.lock();
        keys.close();
    }

    /// A Region that is lost, or no part of the vault any more.
    void letGo() {
        closeDoor();
        stored.close();
    }
}
