package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.ChainState;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.time.Instant;
import java.util.Optional;

/// What is known about the chain, in words that promise no more than was shown: a walk of the chain finds changes to what
/// it covers; rows cut off its end, or a chain rewritten by someone with the passphrase, show only against a checkpoint
/// kept outside the vault.
public sealed interface ChainReport {
    Words WORDS = Words.of(ChainReport.class);

    record NotYetVerified() implements ChainReport {}

    record Verifying(int percent) implements ChainReport {}

    /// @param clockSetBackAt the newest row that says it is older than the one before it
    /// @param since the number of the outside copy that the chain was held against
    record Verified(
            long upTo, String headHash, long checkpoints, Instant at, Optional<Long> clockSetBackAt, Optional<Long> since)
            implements ChainReport {
        Verified(long upTo, String headHash, long checkpoints, Instant at) {
            this(upTo, headHash, checkpoints, at, Optional.empty(), Optional.empty());
        }

        Verified against(long checkpoint) {
            return new Verified(upTo, headHash, checkpoints, at, clockSetBackAt, Optional.of(checkpoint));
        }
    }

    /// The walk itself did not come to an end: nothing is known.
    record Unreadable(String why) implements ChainReport {}

    record Broken(VerifyTrail.Broken where, Instant at) implements ChainReport {}

    /// Rows are gone from the end.
    ///
    /// @param known up to which row it is known that there were some
    /// @param file the outside copy that knows it; empty if it is a checkpoint of the vault's own
    record Truncated(long known, long head, Optional<String> file, Instant at) implements ChainReport {}

    /// The chain fits together, and is not the one an outside copy was made of.
    record Rewritten(long number, String file, Instant at) implements ChainReport {}

    static ChainReport of(VerifyTrail.Response response) {
        return response.brokenAt()
                .<ChainReport>map(broken -> broken.truncated()
                        ? new Truncated(broken.number(), response.headNumber(), Optional.empty(), response.verifiedAt())
                        : new Broken(broken, response.verifiedAt()))
                .orElseGet(() -> new Verified(
                        response.headNumber(),
                        response.headHash(),
                        response.checkpoints(),
                        response.verifiedAt(),
                        response.clockSetBackAt(),
                        Optional.empty()));
    }

    /// The same for the badge in the status bar.
    default ChainState inBrief() {
        return switch (this) {
            case NotYetVerified _, Unreadable _ -> new ChainState.Unverified();
            case Verifying _ -> new ChainState.Verifying();
            case Verified verified -> new ChainState.Verified(verified.upTo(), verified.at());
            case Broken broken -> new ChainState.Broken(broken.where().number());
            case Truncated truncated -> new ChainState.Broken(truncated.head());
            case Rewritten rewritten -> new ChainState.Broken(rewritten.number());
        };
    }

    /// Whether something is wrong that must not be overlooked.
    default boolean isBad() {
        return this instanceof Broken || this instanceof Truncated || this instanceof Rewritten;
    }

    default Tone tone() {
        return switch (this) {
            case Verified verified -> verified.clockSetBackAt().isPresent() ? Tone.WARN : Tone.OK;
            case Broken _, Truncated _, Rewritten _, Unreadable _ -> Tone.BAD;
            case NotYetVerified _, Verifying _ -> Tone.OFF;
        };
    }

    /// The badge's word.
    default String title() {
        return switch (this) {
            case NotYetVerified _ -> WORDS.get("chain.notYet");
            case Verifying verifying -> verifying.percent() == 0
                    ? WORDS.get("chain.verifying")
                    : WORDS.get("chain.verifyingPercent", verifying.percent());
            case Verified verified -> verified.upTo() == 0
                    ? WORDS.get("chain.none")
                    : verified.since()
                            .map(number -> WORDS.get("chain.verifiedSince", number))
                            .orElseGet(() -> WORDS.get("chain.verified", verified.upTo()));
            case Unreadable _ -> WORDS.get("chain.unreadable");
            case Broken broken -> WORDS.get("chain.broken", broken.where().number());
            case Truncated truncated -> WORDS.get("chain.truncated", truncated.head());
            case Rewritten rewritten -> WORDS.get("chain.rewritten", rewritten.number());
        };
    }

    /// What stands beside it: when, and what came since.
    ///
    /// @param fresh how many events there are that no walk has seen
    default String detail(Moments moments, long fresh) {
        return switch (this) {
            case NotYetVerified _, Verifying _, Unreadable _ -> "";
            case Verified verified -> verified.clockSetBackAt().isPresent()
                    ? WORDS.get("chain.clock")
                    : fresh == 0
                            ? moments.ago(verified.at())
                            : WORDS.get("chain.fresh", moments.ago(verified.at()), fresh);
            case Broken broken -> moments.ago(broken.at());
            case Truncated truncated -> moments.ago(truncated.at());
            case Rewritten rewritten -> moments.ago(rewritten.at());
        };
    }

    /// What the state means, and what it does not.
    default String meaning() {
        return switch (this) {
            case NotYetVerified _ -> WORDS.get("chain.notYet.meaning");
            case Verifying _ -> WORDS.get("chain.verifying.meaning");
            case Verified verified -> verified.since()
                            .map(number -> WORDS.get("chain.verifiedSince.meaning", number))
                            .orElseGet(() -> WORDS.get("chain.verified.meaning"))
                    + verified.clockSetBackAt()
                            .map(number -> " " + WORDS.get("chain.clock.meaning", number))
                            .orElse("");
            case Unreadable unreadable -> WORDS.get("chain.unreadable.meaning", unreadable.why());
            case Broken broken -> WORDS.get("chain.broken.meaning", broken.where().number(), broken.where().what());
            case Truncated truncated -> truncated.file()
                    .map(file -> WORDS.get("chain.truncatedOutside.meaning", truncated.known(), truncated.head(), file))
                    .orElseGet(() -> WORDS.get("chain.truncated.meaning", truncated.known(), truncated.head()));
            case Rewritten rewritten -> WORDS.get("chain.rewritten.meaning", rewritten.number(), rewritten.file());
        };
    }
}
