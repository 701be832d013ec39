package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.ChainState;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.time.Instant;

/// What is known about the chain, in words that promise no more than was shown: a walk of the chain finds changes to what
/// it covers; rows cut off its end, or a chain rewritten by someone with the passphrase, show only against a checkpoint
/// kept outside the vault.
public sealed interface ChainReport {
    record NotYetVerified() implements ChainReport {}

    record Verifying() implements ChainReport {}

    record Verified(long upTo, String headHash, long checkpoints, Instant at) implements ChainReport {}

    /// The walk itself did not come to an end: nothing is known.
    record Unreadable(String why) implements ChainReport {}

    record Broken(VerifyTrail.Broken where, Instant at) implements ChainReport {}

    static ChainReport of(VerifyTrail.Response response) {
        return response.brokenAt()
                .<ChainReport>map(broken -> new Broken(broken, response.verifiedAt()))
                .orElseGet(() -> new Verified(
                        response.headNumber(), response.headHash(), response.checkpoints(), response.verifiedAt()));
    }

    /// The same for the badge in the status bar.
    default ChainState inBrief() {
        return switch (this) {
            case NotYetVerified _, Unreadable _ -> new ChainState.Unverified();
            case Verifying _ -> new ChainState.Verifying();
            case Verified verified -> new ChainState.Verified(verified.upTo(), verified.at());
            case Broken broken -> new ChainState.Broken(broken.where().number());
        };
    }

    /// The badge's word.
    default String title() {
        return switch (this) {
            case NotYetVerified _ -> "Not yet verified";
            case Verifying _ -> "Verifying…";
            case Verified verified -> verified.upTo() == 0 ? "No events yet" : "Verified #1–#" + Counts.grouped(verified.upTo());
            case Unreadable _ -> "Could not be verified";
            case Broken broken -> "Broken at #" + Counts.grouped(broken.where().number());
        };
    }

    /// What stands beside it: when.
    default String detail(Moments moments) {
        return switch (this) {
            case NotYetVerified _, Verifying _, Unreadable _ -> "";
            case Verified verified -> moments.ago(verified.at());
            case Broken broken -> moments.ago(broken.at());
        };
    }

    /// What the state means, and what it does not.
    default String meaning() {
        return switch (this) {
            case NotYetVerified _ -> "Nobody has walked the chain since this vault was opened.";
            case Verifying _ -> "Every row is read and hashed again. You can go on working.";
            case Verified _ ->
                "Every row follows from the one before it, and every checkpoint's signature fits. Changes to these rows"
                        + " would show. Rows removed from the end, or a whole chain rewritten by someone who knows a"
                        + " passphrase, show only against a checkpoint kept outside this vault.";
            case Unreadable unreadable -> unreadable.why() + " Nothing was changed.";
            case Broken broken ->
                "Row #" + Counts.grouped(broken.where().number()) + " does not fit: " + broken.where().what()
                        + ". Rows before it still verify. Nothing was changed or repaired.";
        };
    }
}
