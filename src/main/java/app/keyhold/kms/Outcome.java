package app.keyhold.kms;

/// What the writer made of a call, once its row is durable.
sealed interface Outcome<R> {
    record Answered<R>(R response) implements Outcome<R> {}

    record Refused<R>(KmsException refusal) implements Outcome<R> {}

    /// The state moved underneath it: steps 1 to 6 have to be taken again. Nothing was recorded.
    record Stale<R>() implements Outcome<R> {}
}
