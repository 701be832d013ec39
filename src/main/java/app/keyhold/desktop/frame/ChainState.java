package app.keyhold.desktop.frame;

import java.time.Instant;

/// What is known about the audit chain, for the badge in the status bar.
public sealed interface ChainState {
    record Unverified() implements ChainState {}

    record Verifying() implements ChainState {}

    record Verified(long upTo, Instant at) implements ChainState {}

    record Broken(long at) implements ChainState {}
}
