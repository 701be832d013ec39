package app.keyhold.kms;

import java.util.function.Function;

/// What [Operation#prepare] leaves for the pipeline: an answer, or a change that yields one when it is written.
public sealed interface Prepared<R> {
    record Answer<R>(R response) implements Prepared<R> {}

    /// `apply` writes only; it may refuse what only the transaction can know (a name taken, a limit reached), which
    /// rolls back its own writes and records the refusal. Apart from the resolved keys, which are still those it was
    /// prepared with, it reads what it builds on from the unit of work, because the Region may have moved since.
    record Change<R>(Function<UnitOfWork, R> apply) implements Prepared<R> {}

    static <R> Prepared<R> answer(R response) {
        return new Answer<>(response);
    }

    static <R> Prepared<R> change(Function<UnitOfWork, R> apply) {
        return new Change<>(apply);
    }
}
