package app.keyhold.kms;

import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Caller;
import app.keyhold.kms.Submission.Basis;
import app.keyhold.kms.grant.GrantTokens;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The door of one open Region. Callers take steps 1 to 6 side by side on the newest published state; the [Writer]
/// takes step 7 for all of them.
public final class Pipeline implements Kms {
    /// How often a call whose keys keep changing starts over before the writer does all of its steps itself.
    private static final int MOST_ROUNDS = 3;

    private final Registry registry;
    private final InstantSource clock;
    private final RegionStore store;
    private final Authorizer authorizer;
    private final GrantTokens tokens;
    private final ScreenSessions screens = new ScreenSessions();
    private final Writer writer;
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private boolean locked;

    /// @param store stays the opener's to close, after [#lock]
    /// @param tokens of the Region, which requests may carry
    /// @param clock what events are dated by
    public Pipeline(
            List<? extends Operation<?, ?>> operations, RegionStore store, GrantTokens tokens, InstantSource clock) {
        this.registry = new Registry(operations);
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
        this.authorizer = new Authorizer(clock);
        View view = store.view();
        this.writer = new Writer(store, clock, new Recorder(view.region(), view.account()), view.region());
    }

    @Override
    public <R> R call(Caller caller, KmsRequest<R> request) {
        gate.readLock().lock();
        try {
            if (locked) {
                throw Refusals.locked();
            }
            return answer(
                    new Steps<>(
                            registry.operationFor(request), request, caller, authorizer, tokens, Randomness.uuid(), clock));
        } finally {
            gate.readLock().unlock();
        }
    }

    private <Q extends KmsRequest<R>, R> R answer(Steps<Q, R> steps) {
        int round = 1;
        while (true) {
            writer.requireWriting();
            Basis basis = round == 1 ? basis(steps) : Basis.NEWEST;
            Attempt<R> attempt = steps.attempt(view(basis));
            Optional<R> unrecorded = refreshOfScreen(steps, attempt);
            if (unrecorded.isPresent()) {
                return unrecorded.get();
            }
            switch (writer.write(steps, attempt, basis, round >= MOST_ROUNDS)) {
                case Outcome.Answered<R>(R response) -> {
                    if (steps.request() instanceof ScreenQuery screen) {
                        screens.record(steps.caller(), steps.operation().name(), screen.screenSession());
                    }
                    return response;
                }
                case Outcome.Refused<R>(KmsException refusal) -> throw refusal;
                case Outcome.Stale<R> _ -> round++;
            }
        }
    }

    /// Using a key depends on that key and on permissions, which the writer looks at again where another process has
    /// changed anything; so it need not be asked for before each use. What is read or changed depends on more.
    private static Basis basis(Steps<?, ?> steps) {
        boolean use = steps.operation().effect() == Effect.USE && !(steps.request() instanceof ScreenQuery);
        return use ? Basis.PUBLISHED : Basis.NEWEST;
    }

    private View view(Basis basis) {
        try {
            return basis == Basis.PUBLISHED ? store.published() : store.view();
        } catch (StoreException unreadable) {
            throw Refusals.notDone(unreadable);
        }
    }

    /// The answer for a screen that is open and recorded already. Refusals are always recorded.
    private <R> Optional<R> refreshOfScreen(Steps<?, R> steps, Attempt<R> attempt) {
        if (steps.request() instanceof ScreenQuery screen
                && attempt instanceof Attempt.Ready<R> ready
                && ready.prepared() instanceof Prepared.Answer<R>(R response)
                && screens.isRecorded(steps.caller(), steps.operation().name(), screen.screenSession())) {
            return Optional.of(response);
        }
        return Optional.empty();
    }

    @Override
    public Optional<Class<?>> requestType(String operation) {
        return registry.requestType(operation);
    }

    /// Refuses new calls, lets running ones finish, then ends the writer. Not to be called from inside a call. Locking
    /// twice is fine.
    public void lock() {
        gate.writeLock().lock();
        try {
            if (!locked) {
                locked = true;
                writer.close();
            }
        } finally {
            gate.writeLock().unlock();
        }
    }
}
