package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.DraftEvent;
import app.keyhold.iam.Identity;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.KeyStores;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A real store whose views can be kept back and whose transactions can be made to fail.
final class ObservedStore implements RegionStore {
    final AtomicInteger begun = new AtomicInteger();
    final AtomicInteger committed = new AtomicInteger();
    final AtomicInteger viewed = new AtomicInteger();
    final AtomicInteger scrubbed = new AtomicInteger();
    final AtomicInteger reopened = new AtomicInteger();
    volatile Runnable onReopen = () -> {};
    volatile Runnable onView = () -> {};
    volatile Runnable onScrub = () -> {};
    volatile Runnable afterCommit = () -> {};
    volatile Runnable beforeBegin = () -> {};
    volatile Runnable beforeCommit = () -> {};
    /// Before the commit of a group that gathered while another was held back.
    volatile Runnable onNextGroup = () -> {};
    private final RegionStore store;
    private volatile Optional<View> keptBack = Optional.empty();
    private volatile int keepBackFor;

    ObservedStore(RegionStore store) {
        this.store = store;
    }

    /// The next views asked for are the one of now, however the state moves on.
    void keepBack(int times) {
        keptBack = Optional.of(store.view());
        keepBackFor = times;
    }

    @Override
    public View view() {
        viewed.incrementAndGet();
        onView.run();
        if (keepBackFor > 0) {
            keepBackFor--;
            return keptBack.orElseThrow();
        }
        return store.view();
    }

    @Override
    public View published() {
        return view();
    }

    @Override
    public long foreignEpoch() {
        return store.foreignEpoch();
    }

    @Override
    public Transaction begin() {
        begun.incrementAndGet();
        beforeBegin.run();
        return new Observed(store.begin());
    }

    @Override
    public void watch(ChangeWatcher watcher) {
        store.watch(watcher);
    }

    @Override
    public void reopen() {
        reopened.incrementAndGet();
        onReopen.run();
        store.reopen();
    }

    @Override
    public void scrub() {
        scrubbed.incrementAndGet();
        onScrub.run();
        store.scrub();
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Observed implements Transaction {
        private final Transaction transaction;

        Observed(Transaction transaction) {
            this.transaction = transaction;
        }

        @Override
        public void commit() {
            beforeCommit.run();
            transaction.commit();
            afterCommit.run();
            committed.incrementAndGet();
        }

        @Override
        public AuditHead head() {
            return transaction.head();
        }

        @Override
        public <T> Written<T> write(Instant now, Function<UnitOfWork, T> call) {
            return transaction.write(now, call);
        }

        @Override
        public AuditRow append(DraftEvent event, Instant now) {
            return transaction.append(event, now);
        }

        @Override
        public AuditRow append(AuditEvent event) {
            return transaction.append(event);
        }

        @Override
        public void close() {
            transaction.close();
        }

        @Override
        public long epoch() {
            return transaction.epoch();
        }

        @Override
        public String account() {
            return transaction.account();
        }

        @Override
        public String region() {
            return transaction.region();
        }

        @Override
        public Optional<Key> key(String keyId) {
            return transaction.key(keyId);
        }

        @Override
        public List<Key> keys(String after, int limit) {
            return transaction.keys(after, limit);
        }

        @Override
        public long customerKeyCount() {
            return transaction.customerKeyCount();
        }

        @Override
        public Optional<Alias> alias(String name) {
            return transaction.alias(name);
        }

        @Override
        public List<Alias> aliases(String after, int limit) {
            return transaction.aliases(after, limit);
        }

        @Override
        public List<Alias> aliasesOf(String keyId) {
            return transaction.aliasesOf(keyId);
        }

        @Override
        public Grants grants() {
            return transaction.grants();
        }

        @Override
        public KeyStores keyStores() {
            return transaction.keyStores();
        }

        @Override
        public Optional<Identity> identity(String principalArn) {
            return transaction.identity(principalArn);
        }

        @Override
        public List<Identity> identities() {
            return transaction.identities();
        }

        @Override
        public Optional<AccessKey> accessKey(String id) {
            return transaction.accessKey(id);
        }

        @Override
        public List<AccessKey> accessKeysOf(String userArn) {
            return transaction.accessKeysOf(userArn);
        }

        @Override
        public List<AccessKey> accessKeys() {
            return transaction.accessKeys();
        }

        @Override
        public Optional<String> setting(String name) {
            return transaction.setting(name);
        }

        @Override
        public List<Key> due(Instant instant) {
            return transaction.due(instant);
        }

        @Override
        public List<OutboxEntry> outbox() {
            return transaction.outbox();
        }

        @Override
        public Optional<OutboxEntry> outbox(String target, OutboxEntry.Kind kind, String subject) {
            return transaction.outbox(target, kind, subject);
        }

        @Override
        public List<AppliedOperation> applied() {
            return transaction.applied();
        }

        @Override
        public Optional<ImportParameters> importParameters(String id) {
            return transaction.importParameters(id);
        }

        @Override
        public List<ImportParameters> expiredImportParameters(Instant now) {
            return transaction.expiredImportParameters(now);
        }

        @Override
        public KnownFiles files() {
            return transaction.files();
        }

        @Override
        public AuditTrail audit() {
            return transaction.audit();
        }
    }
}
