package app.keyhold.kms.operation.screen;

import app.keyhold.audit.Chain;
import app.keyhold.audit.ChainFinding;
import app.keyhold.audit.ChainVerifier;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.Verification;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Walks the whole chain: numbers, hashes, the columns shown against the stored body, and every checkpoint's signature.
public final class VerifyTrail extends ScreenOperation<VerifyTrail.Request, VerifyTrail.Response> {
    private final String vaultId;
    private final InstantSource clock;
    private final VerificationProgress progress;

    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param headNumber the newest row's number
    /// @param brokenAt the first row that does not fit, with what was wrong
    /// @param clockSetBackAt the newest row that says it is older than the one before it
    public record Response(
            long headNumber,
            String headHash,
            long checkpoints,
            Instant verifiedAt,
            Optional<Broken> brokenAt,
            Optional<Long> clockSetBackAt) {
        /// The clock was never set back.
        public Response(
                long headNumber, String headHash, long checkpoints, Instant verifiedAt, Optional<Broken> brokenAt) {
            this(headNumber, headHash, checkpoints, verifiedAt, brokenAt, Optional.empty());
        }
    }

    /// @param truncated whether rows are gone from the end
    public record Broken(
            long number, String what, String expected, String found, Optional<Long> lastGoodCheckpoint, boolean truncated) {
        /// Something in the middle.
        public Broken(long number, String what, String expected, String found, Optional<Long> lastGoodCheckpoint) {
            this(number, what, expected, found, lastGoodCheckpoint, false);
        }
    }

    /// @param vaultId what the chain's hashes begin with
    VerifyTrail(String vaultId, InstantSource clock, VerificationProgress progress) {
        super(Request.class, "keyhold.app", "keyhold:VerifyTrail");
        this.vaultId = vaultId;
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var chain = new Chain(vaultId, view.region());
        long rows = view.audit().head().number();
        Verification result = progress.of(
                request.screenSession(),
                rows,
                walked -> ChainVerifier.verify(view.audit(), chain, Optional.empty(), walked));
        return Prepared.answer(new Response(
                result.head().number(),
                result.head().hash().hex(),
                result.checkpoints(),
                clock.instant(),
                result.findings().stream().findFirst().map(finding -> broken(finding, result)),
                result.clockSetBack()));
    }

    private static Broken broken(ChainFinding finding, Verification result) {
        return new Broken(
                finding.number(),
                finding.what(),
                finding.expected(),
                finding.found(),
                result.lastGoodCheckpoint().map(Checkpoint::number),
                finding instanceof ChainFinding.Truncated);
    }
}
