package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.Chain;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.DescribeKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Step 7: stale attempts, groups, and what a failed commit does.
class WriterTest {
    private final Probe probe = new Probe();
    private ObservedStore store;
    private final SmallVault vault = new SmallVault(List.of(probe), region -> store = new ObservedStore(region));

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void noSuccessFollowsTheRowThatForbidsIt() {
        Key key = vault.addKey();
        store.keepBack(1);
        vault.write(work -> work.put(key.withState(KeyState.Disabled)));

        assertThat(refusal(key).fault()).isEqualTo(Fault.DisabledException);
        assertThat(vault.newestEvent().outcome()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aPermissionTakenAwayMeanwhileCountsAtOnce() {
        Key key = vault.addKey();
        store.keepBack(1);
        vault.write(work -> {
            var owner = work.identity(SmallVault.OWNER.arn()).orElseThrow();
            work.put(owner.withEnabled(false));
        });

        assertThat(refusal(key).fault()).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void aKeyChangedMeanwhileIsPreparedAgain() {
        Key key = vault.addKey();
        store.keepBack(1);
        var fresh = vault.materials.generate(key.arn(), key.spec()).first(vault.clock.instant());
        vault.write(work -> work.put(key.withMaterials(List.of(key.currentMaterial(), fresh))));
        int before = vault.rows().size();

        Probe.Response response = vault.owner().call(Probe.Request.of(key));

        assertThat(response.materialUsed()).isEqualTo(fresh.id());
        assertThat(vault.rows()).hasSize(before + 1);
    }

    @Test
    void wipesAnAnswerPreparedWithAKeyThatChangedMeanwhile() {
        Key key = vault.addKey();
        List<SecretBytes> secrets = Collections.synchronizedList(new ArrayList<>());
        probe.work = _ -> {
            secrets.add(SecretBytes.takeOver(new byte[8]));
            return Prepared.answer(new Probe.Response("m", Optional.of(secrets.getLast())));
        };
        store.keepBack(1);
        vault.write(work -> work.put(key.withDescription("other")));

        vault.owner().call(Probe.Request.of(key));

        assertThat(secrets).extracting(SecretBytes::isDestroyed).containsExactly(true, false);
    }

    @Test
    void aRefusalThatNoLongerHoldsIsNotAnswered() {
        Key key = vault.addKey(made -> made.withState(KeyState.Disabled));
        store.keepBack(1);
        vault.write(work -> work.put(key.withState(KeyState.Enabled)));

        assertThat(vault.owner().call(Probe.Request.of(key)).materialUsed())
                .isEqualTo(key.currentMaterial().id());
    }

    @Test
    void whateverElseChangedCostsNoSecondPreparation() {
        Key key = vault.addKey();
        store.keepBack(1);
        vault.addKey();

        vault.owner().call(Probe.Request.of(key));

        assertThat(probe.asked).containsOnlyOnce("prepare");
        assertThat(probe.asked.stream().filter("authorize"::equals)).hasSize(2);
    }

    @Test
    void filesThatBecameKnownMeanwhileCostNoSecondLook() {
        Key key = vault.addKey();
        vault.owner().call(Probe.Request.of(key));
        store.keepBack(2);
        fileBecomesKnown(key);
        probe.asked.clear();

        vault.owner().call(Probe.Request.of(key));

        assertThat(probe.asked).containsOnlyOnce("resolve", "authorize");
    }

    @Test
    void whatChangedBesideFilesThatBecameKnownCounts() {
        Key key = vault.addKey();
        Key other = vault.addKey();
        vault.owner().call(Probe.Request.of(key));
        store.keepBack(3);
        doing(key, work -> work.put(key.withState(KeyState.Disabled)));
        fileBecomesKnown(other);

        assertThat(refusal(key).fault()).isEqualTo(Fault.DisabledException);
    }

    private void fileBecomesKnown(Key key) {
        doing(
                key,
                work -> work.put(new KnownFile(
                        "ab".repeat(32), key.id(), key.currentMaterial().id(), 1, work.now(), Optional.empty())));
    }

    /// Through the door.
    private void doing(Key key, Consumer<UnitOfWork> change) {
        var before = probe.work;
        probe.work = _ -> Prepared.change(work -> {
            change.accept(work);
            return new Probe.Response("m", Optional.empty());
        });
        try {
            vault.owner().call(Probe.Request.of(key));
        } finally {
            probe.work = before;
        }
    }

    @Test
    void aCallWhoseViewNeverCatchesUpIsSettledByTheWriterItself() {
        Key key = vault.addKey();
        store.keepBack(1_000);
        vault.write(work -> work.put(key.withDescription("other")));

        vault.owner().call(Probe.Request.of(key));

        assertThat(probe.asked.stream().filter("prepare"::equals)).hasSize(4);
    }

    @Test
    void aChangeIsSeenByTheNextCallOfTheSameGroup() throws Exception {
        Key key = vault.addKey();
        probe.work = used -> Prepared.change(work -> {
            work.put(KeyLookup.key(work, used.id()).withState(KeyState.Disabled));
            return new Probe.Response("m", Optional.empty());
        });

        List<Object> outcomes = inOneGroup(2, () -> vault.owner().call(Probe.Request.of(key)));

        assertThat(outcomes.stream().filter(Probe.Response.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(KmsException.class::isInstance))
                .singleElement()
                .satisfies(refusal ->
                        assertThat(((KmsException) refusal).fault()).isEqualTo(Fault.DisabledException));
    }

    @Test
    void manyCallersShareACommit() throws Exception {
        Key key = vault.addKey();

        List<Object> outcomes = inOneGroup(200, () -> vault.owner().call(Probe.Request.of(key)));

        assertThat(outcomes).hasSize(200).allMatch(Probe.Response.class::isInstance);
        assertThat(store.committed.get()).isLessThan(20);
    }

    @Test
    void everyCallOfManyHasItsRowAndTheChainHolds() throws Exception {
        Key key = vault.addKey();
        int before = vault.rows().size();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(callers.submit(() -> vault.owner().call(Probe.Request.of(key))));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }

        var chain = new Chain(SmallVault.VAULT_ID, SmallVault.REGION);
        List<AuditRow> rows = vault.region.view().audit().page(EventFilter.ALL, Long.MAX_VALUE, 1_000).reversed();
        assertThat(rows).hasSize(before + 500);
        for (int i = 1; i < rows.size(); i++) {
            AuditRow row = rows.get(i);
            assertThat(row.number()).isEqualTo(rows.get(i - 1).number() + 1);
            assertThat(row.hash()).isEqualTo(chain.hash(row.number(), rows.get(i - 1).hash(), row.body()));
        }
    }

    @Test
    void aFailedCommitAnswersNobodyAndWipesWhatWasToBeAnswered() {
        Key key = vault.addKey();
        SecretBytes secret = SecretBytes.takeOver(new byte[8]);
        probe.work = _ -> Prepared.answer(new Probe.Response("m", Optional.of(secret)));
        store.beforeCommit = WriterTest::failDisk;

        KmsException refusal = refusal(key);

        assertThat(refusal.fault()).isEqualTo(Fault.KMSInternalException);
        assertThat(refusal.serviceMessage())
                .hasValue("This was not done and is not in the audit trail, because its commit failed: The disk went away."
                        + " You may try it again.");
        assertThat(secret.isDestroyed()).isTrue();
    }

    @Test
    void aCommitThatFailedAfterAllTellsThatTheRowIsThereButGivesNoAnswer() {
        Key key = vault.addKey();
        SecretBytes secret = SecretBytes.takeOver(new byte[8]);
        probe.work = _ -> Prepared.answer(new Probe.Response("m", Optional.of(secret)));
        store.afterCommit = WriterTest::failDisk;

        assertThat(refusal(key).serviceMessage())
                .hasValue("This was done and stands in the audit trail as #"
                        + vault.rows().getFirst().number()
                        + ", but its answer is lost, because its commit failed: The disk went away.");
        assertThat(secret.isDestroyed()).isTrue();
    }

    @Test
    void everyCallerOfAFailedGroupIsToldOfTheirOwnRow() throws Exception {
        Key key = vault.addKey();
        long before = vault.rows().getFirst().number();
        store.onNextGroup = () -> store.afterCommit = WriterTest::failDisk;

        List<Object> outcomes = inOneGroup(5, () -> vault.owner().call(Probe.Request.of(key)));

        assertThat(outcomes)
                .extracting(refusal -> ((KmsException) refusal).serviceMessage().orElse("").replaceAll("\\D", ""))
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(before + 3, before + 7)
                        .mapToObj(Long::toString)
                        .toList());
    }

    @Test
    void aFailedCommitWhoseDatabaseCannotBeOpenedStaysUnknown() {
        Key key = vault.addKey();
        store.onReopen = WriterTest::failDisk;
        store.beforeCommit = WriterTest::failDisk;

        assertThat(refusal(key).serviceMessage())
                .hasValue("It is unknown whether this was done: its commit failed (The disk went away) and the database"
                        + " cannot be opened again (The disk went away). Look at the timeline before you try it again.");
    }

    @Test
    void afterAFailedCommitTheRegionGoesOnByItself() {
        Key key = vault.addKey();
        store.beforeCommit = WriterTest::failDisk;
        refusal(key);
        store.beforeCommit = () -> {};

        assertThat(vault.owner().call(Probe.Request.of(key)).materialUsed()).isNotEmpty();
        assertThat(store.reopened.get()).isEqualTo(1);
    }

    @Test
    void callsThatWaitedBehindAFailedCommitAreSettledAfterIt() throws Exception {
        Key key = vault.addKey();
        store.afterCommit = () -> {
            store.afterCommit = () -> {};
            failDisk();
        };

        List<Object> outcomes = inOneGroup(5, () -> vault.owner().call(Probe.Request.of(key)));

        assertThat(outcomes).hasSize(5).allMatch(Probe.Response.class::isInstance);
    }

    @Test
    void whileTheDatabaseCannotBeOpenedNothingIsDone() {
        Key key = vault.addKey();
        store.onReopen = WriterTest::failDisk;
        store.beforeCommit = WriterTest::failDisk;
        refusal(key);
        int begun = store.begun.get();
        probe.asked.clear();

        assertThat(refusal(key).serviceMessage())
                .hasValue("Nothing was done, because after a failed write the database cannot be opened again: The disk went"
                        + " away. Check that its disk is connected and has space; each call tries again.");
        assertThat(probe.asked).isEmpty();
        assertThat(store.begun.get()).isEqualTo(begun);
    }

    @Test
    void aLaterCallOpensItAgainButNotMoreThanOnceASecond() {
        Key key = vault.addKey();
        store.onReopen = WriterTest::failDisk;
        store.beforeCommit = WriterTest::failDisk;
        refusal(key);
        refusal(key);
        assertThat(store.reopened.get()).isEqualTo(1);

        vault.clock.turn(Duration.ofSeconds(1));
        refusal(key);
        assertThat(store.reopened.get()).isEqualTo(2);

        store.onReopen = () -> {};
        store.beforeCommit = () -> {};
        vault.clock.turn(Duration.ofSeconds(1));
        assertThat(vault.owner().call(Probe.Request.of(key)).materialUsed()).isNotEmpty();
        assertThat(store.reopened.get()).isEqualTo(3);
    }

    @Test
    void whatTheStoreCouldNotReadIsReadAgainAndIsNoRefusal() {
        Key key = vault.addKey();
        AtomicInteger reads = new AtomicInteger();
        probe.onResolve = () -> {
            if (reads.incrementAndGet() == 1) {
                throw new StoreException(StoreException.Kind.CLOSED, "The database was closed after it failed");
            }
        };

        assertThat(vault.owner().call(Probe.Request.of(key)).materialUsed()).isNotEmpty();
        assertThat(vault.newestEvent().outcome()).isInstanceOf(Outcome.Succeeded.class);
    }

    @Test
    void aTransactionThatCannotBeginSaysThatNothingWasDone() {
        Key key = vault.addKey();
        store.beforeBegin = () -> {
            throw new StoreException(StoreException.Kind.BUSY, "Another process writes.");
        };
        KmsException refusal = refusal(key);
        store.beforeBegin = () -> {};

        assertThat(refusal)
                .hasMessageStartingWith("Nothing was done")
                .hasCauseInstanceOf(StoreException.class);
        assertThat(vault.owner().call(Probe.Request.of(key)).materialUsed()).isNotEmpty();
    }

    @Test
    void removedMaterialIsScrubbedFromTheStoresLogs() {
        Key key = vault.addKey();
        probe.work = used -> Prepared.change(work -> {
            work.remove(KeyLookup.key(work, used.id()));
            return new Probe.Response("gone", Optional.empty());
        });

        vault.owner().call(Probe.Request.of(key));
        vault.pipeline.lock();

        assertThat(store.scrubbed.get()).isEqualTo(1);
    }

    @Test
    void scrubbingThatFailsIsTriedAgainAfterTheNextGroup() {
        Key key = vault.addKey();
        Key other = vault.addKey();
        probe.work = used -> Prepared.change(work -> {
            work.remove(KeyLookup.key(work, used.id()));
            return new Probe.Response("gone", Optional.empty());
        });
        var tried = new CountDownLatch(1);
        store.onScrub = () -> {
            store.onScrub = () -> {};
            tried.countDown();
            throw new StoreException(StoreException.Kind.BUSY, "Somebody reads.");
        };
        vault.owner().call(Probe.Request.of(key));
        await(tried);

        vault.owner().call(DescribeKey.Request.of(other.id()));
        vault.pipeline.lock();

        assertThat(store.scrubbed.get()).isEqualTo(2);
    }

    @Test
    void lockingLetsRunningCallsFinish() throws Exception {
        Key key = vault.addKey();
        var preparing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        probe.work = _ -> {
            preparing.countDown();
            await(goOn);
            return Prepared.answer(new Probe.Response("finished", Optional.empty()));
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Probe.Response> running = threads.submit(() -> vault.owner().call(Probe.Request.of(key)));
            preparing.await();
            Future<?> locking = threads.submit(vault.pipeline::lock);
            assertThat(locking.isDone()).isFalse();
            goOn.countDown();

            assertThat(running.get().materialUsed()).isEqualTo("finished");
            locking.get();
        }
    }

    /// Holds the writer at its first commit until all others have taken their view.
    private List<Object> inOneGroup(int calls, Callable<?> call) throws Exception {
        var firstAtCommit = new CountDownLatch(1);
        var othersWaiting = new CountDownLatch(1);
        Key other = vault.addKey();
        store.beforeCommit = () -> {
            firstAtCommit.countDown();
            await(othersWaiting);
        };
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            callers.submit(() -> vault.owner().call(new DescribeKey.Request(List.of(), other.id())));
            firstAtCommit.await();
            int viewed = store.viewed.get();
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                waiting.add(callers.submit(call));
            }
            while (store.viewed.get() < viewed + calls) {
                Thread.onSpinWait();
            }
            store.beforeCommit = store.onNextGroup;
            othersWaiting.countDown();
            List<Object> outcomes = new ArrayList<>();
            for (Future<?> one : waiting) {
                try {
                    outcomes.add(one.get());
                } catch (ExecutionException refused) {
                    outcomes.add(refused.getCause());
                }
            }
            return outcomes;
        }
    }

    private static void failDisk() {
        throw new StoreException(StoreException.Kind.OUTCOME_UNKNOWN, "The disk went away.");
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private KmsException refusal(Key key) {
        return catchThrowableOfType(KmsException.class, () -> vault.owner().call(Probe.Request.of(key)));
    }
}
