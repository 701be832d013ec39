package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Decision;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Attempt.Step;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.ShapeCheck;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One call with steps 1 to 6 of the door: they only read, and may be taken again on a newer state.
final class Steps<Q extends KmsRequest<R>, R> {
    private static final String IGNORE_CIPHERTEXT = "IGNORE_CIPHERTEXT";

    private final Operation<Q, R> operation;
    private final Q request;
    private final Caller caller;
    private final Authorizer authorizer;
    private final GrantTokens tokens;
    private final UUID requestId;
    private final InstantSource clock;

    Steps(
            Operation<Q, R> operation,
            Q request,
            Caller caller,
            Authorizer authorizer,
            GrantTokens tokens,
            UUID requestId,
            InstantSource clock) {
        this.operation = operation;
        this.request = request;
        this.caller = caller;
        this.authorizer = authorizer;
        this.tokens = tokens;
        this.requestId = requestId;
        this.clock = clock;
    }

    Operation<Q, R> operation() {
        return operation;
    }

    Q request() {
        return request;
    }

    Caller caller() {
        return caller;
    }

    UUID requestId() {
        return requestId;
    }

    /// All six steps on `view`.
    Attempt<R> attempt(View view) {
        Optional<String> violations = ShapeCheck.message((Record) request);
        if (violations.isPresent()) {
            return new Attempt.Refused<>(
                    view.epoch(),
                    userId(view),
                    List.of(),
                    List.of(),
                    Step.SHAPE,
                    new KmsException(Fault.ValidationException, violations.get()));
        }
        Checked checked = check(view);
        return checked.refusal
                .<Attempt<R>>map(refusal -> checked.refused(view, Step.CHECKS, refusal))
                .orElseGet(() -> prepare(view, checked));
    }

    /// Takes steps 2 to 4 again on `now`, where the state has moved since `earlier`. Empty if step 5 has to be taken
    /// again too: the keys are no longer those it was taken with, or it never was.
    Optional<Attempt<R>> renew(View now, Attempt<R> earlier) {
        if (earlier instanceof Attempt.Refused<R> refused && refused.step() == Step.SHAPE) {
            return Optional.of(earlier);
        }
        Checked checked = check(now);
        if (checked.refusal.isPresent()) {
            earlier.drop();
            return Optional.of(checked.refused(now, Step.CHECKS, checked.refusal.get()));
        }
        return switch (earlier) {
            case Attempt.Ready<R> ready when sameKeys(ready.keys(), checked.keys) ->
                Optional.of(checked.ready(now, ready.prepared()));
            case Attempt.Refused<R> refused
            when refused.step() == Step.PREPARE
                    && sameKeys(refused.keys(), checked.keys)
                    && !refused.couldNotRead() ->
                Optional.of(checked.refused(now, Step.PREPARE, refused.refusal()));
            case Attempt.Ready<R> _, Attempt.Refused<R> _ -> {
                earlier.drop();
                yield Optional.empty();
            }
        };
    }

    /// Steps 2 to 4.
    private Checked check(View view) {
        List<Key> keys = List.of();
        List<Decision> decisions = List.of();
        Optional<String> userId = userId(view);
        try {
            Instant now = clock.instant();
            keys = operation.resolve(view, request).stream()
                    .map(key -> view.keyStores().asReachable(key.asOf(now)))
                    .toList();
            requireTokens(view, keys);
            Authorizer.Verdict verdict = authorizer.authorize(
                    view, caller, Optional.of((Record) request), operation.accesses(request, keys));
            decisions = verdict.decisions();
            if (verdict.refusal().isPresent()) {
                return new Checked(userId, keys, decisions, verdict.refusal());
            }
            operation.requireFit(request, keys);
            keys.forEach(key -> KeyStateTable.require(operation.acceptedStates(), key));
            return new Checked(userId, keys, decisions, Optional.empty());
        } catch (RuntimeException failure) {
            return new Checked(userId, keys, decisions, Optional.of(Refusals.of(failure, operation.name())));
        }
    }

    private Optional<String> userId(View view) {
        try {
            return caller.principal() instanceof Principal.User user
                    ? view.identity(user.arn()).map(Identity::uniqueId)
                    : Optional.empty();
        } catch (StoreException unreadable) {
            // The checks say so, where it matters.
            return Optional.empty();
        }
    }

    /// Every token a request carries names a grant there is, on a key it is about.
    private void requireTokens(View view, List<Key> keys) {
        List<String> carried = request instanceof WithGrantTokens with ? with.grantTokens() : List.of();
        for (String token : carried) {
            GrantTokens.Named named = tokens.parse(token);
            if (keys.stream().noneMatch(key -> key.id().equals(named.keyId()))
                    || view.grants().find(named.keyId(), named.grantId()).isEmpty()) {
                throw GrantTokens.invalid();
            }
        }
    }

    /// Steps 5 and 6.
    private Attempt<R> prepare(View view, Checked checked) {
        try {
            boolean dryRun = request instanceof DryRunnable asking && asking.dryRun().orElse(false);
            if (!dryRun) {
                return checked.ready(view, prepared(view, checked.keys));
            }
            if (!((DryRunnable) request).dryRunModifiers().contains(IGNORE_CIPHERTEXT)) {
                Wiping.wipe(prepared(view, checked.keys));
            }
            throw new KmsException(
                    Fault.DryRunOperationException,
                    "The request would have succeeded, but the DryRun option is set.");
        } catch (RuntimeException failure) {
            return checked.refused(view, Step.PREPARE, Refusals.of(failure, operation.name()));
        }
    }

    private Prepared<R> prepared(View view, List<Key> keys) {
        return new CallFacts(caller, operation.name(), requestId)
                .during(() -> operation.prepareFor(caller, seenBy(view), request, keys));
    }

    /// A screen is shown only the keys its person may describe.
    private View seenBy(View view) {
        boolean filtered = request instanceof ScreenQuery && !(caller.principal() instanceof Principal.Service);
        return filtered ? new DescribableView(view, caller, authorizer) : view;
    }

    private static boolean sameKeys(List<Key> before, List<Key> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!before.get(i).id().equals(now.get(i).id())
                    || before.get(i).changedBy() != now.get(i).changedBy()) {
                return false;
            }
        }
        return true;
    }

    private record Checked(
            Optional<String> userId, List<Key> keys, List<Decision> decisions, Optional<KmsException> refusal) {
        <R> Attempt<R> ready(View view, Prepared<R> prepared) {
            return new Attempt.Ready<>(view.epoch(), userId, keys, decisions, prepared);
        }

        <R> Attempt<R> refused(View view, Step step, KmsException why) {
            return new Attempt.Refused<>(view.epoch(), userId, keys, decisions, step, why);
        }
    }
}
