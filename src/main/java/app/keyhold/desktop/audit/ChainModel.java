package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.desktop.part.Problem;
import app.keyhold.export.KeptCheckpoint;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.QueryVerification;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Walks the chain on demand and keeps what it showed; the badge in the status bar follows.
public final class ChainModel {
    private final Client client;
    private final Background background;
    private final String screenSession;
    private final ReadOnlyObjectWrapper<ChainReport> report = new ReadOnlyObjectWrapper<>(new ChainReport.NotYetVerified());
    private final ReadOnlyLongWrapper fresh = new ReadOnlyLongWrapper();

    public ChainModel(Client client, Background background, SessionStatus status, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        report.subscribe((before, now) -> status.chainProperty().set(now.inBrief()));
    }

    /// Does nothing while a walk is under way.
    public void verify() {
        verify(Optional.empty());
    }

    /// Walks the chain and holds it against what somebody kept elsewhere.
    public void compare(KeptCheckpoint kept) {
        verify(Optional.of(kept));
    }

    private void verify(Optional<KeptCheckpoint> kept) {
        if (report.get() instanceof ChainReport.Verifying) {
            return;
        }
        report.set(new ChainReport.Verifying(0));
        background.run(
                () -> walk(kept),
                found -> {
                    report.set(found);
                    fresh.set(0);
                },
                failure -> report.set(new ChainReport.Unreadable(Problem.of(failure).text())));
    }

    private ChainReport walk(Optional<KeptCheckpoint> kept) {
        VerifyTrail.Response answer = client.call(new VerifyTrail.Request(screenSession));
        ChainReport walked = ChainReport.of(answer);
        return kept.isPresent() && walked instanceof ChainReport.Verified verified
                ? held(verified, kept.get(), answer)
                : walked;
    }

    private ChainReport held(ChainReport.Verified verified, KeptCheckpoint kept, VerifyTrail.Response answer) {
        String file = String.valueOf(kept.file().getFileName());
        return switch (kept.against(answer.headNumber(), hash(kept.number()))) {
            case HOLDS -> verified.against(kept.number());
            case CUT_OFF -> new ChainReport.Truncated(
                    kept.number(), answer.headNumber(), Optional.of(file), answer.verifiedAt());
            case REWRITTEN -> new ChainReport.Rewritten(kept.number(), file, answer.verifiedAt());
        };
    }

    private Optional<String> hash(long number) {
        var request = new LookupEvents.Request(
                screenSession, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), Optional.of(number + 1), 1);
        return client.call(request).events().stream()
                .filter(event -> event.number() == number)
                .map(LookupEvents.Event::hash)
                .findFirst();
    }

    /// Asks how far the walk under way has come.
    void look() {
        if (report.get() instanceof ChainReport.Verifying) {
            background.run(
                    () -> client.call(new QueryVerification.Request(screenSession)),
                    answer -> {
                        // The walk may have ended meanwhile.
                        if (report.get() instanceof ChainReport.Verifying && answer.walked().isPresent()) {
                            long rows = Math.max(1, answer.rows().orElse(1L));
                            report.set(new ChainReport.Verifying((int) (100 * answer.walked().get() / rows)));
                        }
                    },
                    unanswered -> {});
        }
    }

    /// Tells of a row somebody has seen.
    void seen(long number) {
        if (report.get() instanceof ChainReport.Verified verified) {
            fresh.set(Math.max(fresh.get(), number - verified.upTo()));
        }
    }

    public ReadOnlyObjectProperty<ChainReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// How many rows are known that the last walk did not see.
    ReadOnlyLongProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }
}
