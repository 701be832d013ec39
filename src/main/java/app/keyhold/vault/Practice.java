package app.keyhold.vault;

import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Identity;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Pipeline;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.operation.Operations;
import app.keyhold.kms.operation.file.FileOperations;
import app.keyhold.kms.operation.schedule.ScheduleOperations;
import app.keyhold.store.MemoryRegion;
import app.keyhold.store.RegionIdentity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A door with nothing behind it: one Region in memory, under keys of nobody, gone afterwards. What a command is about to ask
/// of the real one a thousand times is slow for the first hundred, and while a passphrase is stretched there is time for
/// those.
public final class Practice {
    private static final int KEY_BYTES = 32;
    private static final String ACCOUNT = "000000000000";
    private static final String REGION = "us-east-1";
    private static final InstantSource NEVER = InstantSource.fixed(Instant.EPOCH);

    private Practice() {}

    /// @param calls of its owner
    public static void with(Consumer<Client> calls) {
        String vaultId = Randomness.uuid().toString();
        var owner = new Principal.Root(ACCOUNT);
        try (var keys = new KeyTable(Randomness.secret(KEY_BYTES), vaultId);
                var secrets = RegionKeys.of(keys, REGION, KeyStoreBackends.NONE);
                var store = new MemoryRegion(new RegionIdentity(vaultId, ACCOUNT, REGION), _ -> {
                    throw new IllegalStateException("Nothing of this is worth a signature");
                })) {
            new VaultEvents(store, NEVER, owner, Origin.INTERNAL.sourceAddress())
                    .record("CreateVault", Map.of(), work -> work.put(
                            Identity.of(owner, ACCOUNT, List.of(IdentityPolicies.administrator()), work.now())));
            var door = new Pipeline(operations(secrets), store, secrets.tokens(), NEVER);
            try {
                calls.accept(new Client(door, Caller.of(owner, Origin.INTERNAL)));
            } finally {
                door.lock();
            }
        }
    }

    private static List<Operation<?, ?>> operations(RegionKeys keys) {
        List<Operation<?, ?>> operations = new ArrayList<>(
                Operations.all(keys.materials(), keys.stores(), keys.imports(), keys.tokens(), Peers.NONE, NEVER));
        operations.addAll(ScheduleOperations.all(keys.materials(), keys.stores(), _ -> List.of()));
        operations.addAll(FileOperations.all());
        return operations;
    }
}
