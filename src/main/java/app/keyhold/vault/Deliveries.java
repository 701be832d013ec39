package app.keyhold.vault;

import app.keyhold.iam.Principal;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.operation.region.AcceptPrimaryRegion;
import app.keyhold.kms.operation.region.CreateReplicaKey;
import app.keyhold.kms.operation.region.ForgetReplica;
import app.keyhold.kms.operation.region.SynchronizeMultiRegionKey;
import app.keyhold.kms.operation.schedule.CompleteKeyRotation;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.Inbox;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.vault.operation.AdoptPrincipals;
import app.keyhold.vault.operation.CompleteOutbox;
import app.keyhold.vault.operation.Provenance;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Has done in other Regions what waits in the outboxes. Whatever does not work now stays where it is and is tried again
/// when something else is left, when the vault locks, and at the next unlock. Several programs may do it at once.
final class Deliveries implements AutoCloseable {
    private final Regions regions;
    private final HeaderKeeper headers;
    private final HeaderTurn turn;
    private final InstantSource clock;
    private final Consumer<String> reached;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keyhold-regions").factory());
    private final AtomicBoolean asked = new AtomicBoolean();

    /// @param reached told after each step that a crash could follow
    Deliveries(
            Regions regions, HeaderKeeper headers, HeaderTurn turn, InstantSource clock, Consumer<String> reached) {
        this.regions = regions;
        this.headers = headers;
        this.turn = turn;
        this.clock = clock;
        this.reached = reached;
    }

    /// Soon, on the worker's own thread.
    void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                worker.execute(() -> {
                    asked.set(false);
                    deliver();
                });
            } catch (RejectedExecutionException locking) {
                // Locking makes a last round of its own.
            }
        }
    }

    /// Until nothing is left that can be done now.
    void deliver() {
        turn.run(() -> {
            boolean more = true;
            while (more) {
                more = false;
                for (var region : regions.all()) {
                    more |= deliver(region);
                }
            }
        });
    }

    /// @return whether something was done
    private boolean deliver(OpenRegion source) {
        List<String> done = new ArrayList<>();
        Set<String> stuck = new HashSet<>();
        for (var entry : outbox(source)) {
            var target = regions.get(entry.target());
            // What comes later may build on what comes first.
            if (target.isEmpty() || stuck.contains(entry.target())) {
                continue;
            }
            if (deliver(entry, source, target.get())) {
                done.add(entry.id());
                reached.accept(entry.kind() + " done in " + entry.target());
            } else {
                stuck.add(entry.target());
            }
        }
        boolean rotated = completeRotations(source);
        return !done.isEmpty() && complete(source, done) || rotated;
    }

    /// Before the entries that brought the new material go: after a crash they lead here again.
    private boolean completeRotations(OpenRegion source) {
        boolean any = false;
        for (var entry : outbox(source)) {
            if (entry.kind() == OutboxEntry.Kind.KEY && isRotationDue(source, entry.subject())) {
                any |= completeRotation(source, entry.subject());
            }
        }
        return any;
    }

    private boolean isRotationDue(OpenRegion source, String keyId) {
        try {
            return source.stored().store().view().key(keyId)
                    .filter(key -> CompleteKeyRotation.isDue(regions, key))
                    .isPresent();
        } catch (StoreException later) {
            return false;
        }
    }

    private boolean completeRotation(OpenRegion source, String keyId) {
        try {
            source.service().call(new CompleteKeyRotation.Request(keyId));
            reached.accept("rotation completed in " + source.name());
            return true;
        } catch (KmsException later) {
            return false;
        }
    }

    private static List<OutboxEntry> outbox(OpenRegion source) {
        try {
            return source.stored().store().view().outbox();
        } catch (StoreException lost) {
            return List.of();
        }
    }

    private boolean deliver(OutboxEntry entry, OpenRegion source, OpenRegion target) {
        try {
            if (!Inbox.isDue(
                    target.stored().store().view(), source.stored().store().view(), entry.id())) {
                return true;
            }
            switch (entry.kind()) {
                case HEADER -> bringHeader(entry, source, target);
                case PRINCIPALS ->
                    target.service().call(new AdoptPrincipals.Request(entry.id(), source.name()));
                case REPLICA -> {
                    target.service()
                            .call(new CreateReplicaKey.Request(entry.id(), source.name(), entry.subject()));
                    target.service()
                            .call(new SynchronizeMultiRegionKey.Request(entry.id(), source.name(), entry.subject()));
                }
                case KEY ->
                    target.service()
                            .call(new SynchronizeMultiRegionKey.Request(entry.id(), source.name(), entry.subject()));
                case PRIMARY ->
                    target.service()
                            .call(new AcceptPrimaryRegion.Request(entry.id(), source.name(), entry.subject()));
                case REPLICA_GONE ->
                    target.service().call(new ForgetReplica.Request(entry.id(), source.name(), entry.subject()));
            }
            return true;
        } catch (KmsException | StoreException | VaultException later) {
            letGoIfLost(target);
            return false;
        }
    }

    private void bringHeader(OutboxEntry entry, OpenRegion source, OpenRegion target) {
        var stored = target.stored();
        var known = known(source, target);
        // Another program may have left the entry.
        headers.refresh(source.name());
        new HeaderCopy(new VaultEvents(stored.store(), clock, Principal.Service.KMS, "schedule"), stored)
                .bring(
                        headers.sealed(),
                        work -> {},
                        work -> {
                            work.put(new AppliedOperation(entry.id(), source.name(), work.now()));
                            known.ifPresent(everything -> everything.put(work));
                        });
    }

    /// What the target has taken over once it has this header, if nothing else of the home waits for it.
    private static Optional<Provenance> known(OpenRegion source, OpenRegion target) {
        var home = source.stored().store().view();
        var known = Provenance.taking(home);
        boolean allOfIt = Membership.of(home).isHome(home)
                && home.outbox(target.name(), OutboxEntry.Kind.PRINCIPALS, "").isEmpty();
        return Optional.of(known).filter(_ -> allOfIt);
    }

    private boolean complete(OpenRegion source, List<String> done) {
        try {
            source.service().call(new CompleteOutbox.Request(done));
            reached.accept("completed in " + source.name());
            return true;
        } catch (KmsException later) {
            return false;
        }
    }

    private void letGoIfLost(OpenRegion target) {
        if (!Files.isDirectory(target.stored().layout().folder())) {
            regions.lose(target);
        }
    }

    /// Waits for a round that is under way; no other begins by itself.
    @Override
    public void close() {
        worker.close();
    }
}
