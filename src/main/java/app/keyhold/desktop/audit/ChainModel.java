package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.VerifyTrail;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Walks the chain on demand and keeps what it showed; the badge in the status bar follows.
public final class ChainModel {
    private final Client client;
    private final Background background;
    private final String screenSession;
    private final ReadOnlyObjectWrapper<ChainReport> report = new ReadOnlyObjectWrapper<>(new ChainReport.NotYetVerified());

    public ChainModel(Client client, Background background, SessionStatus status, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        report.subscribe((before, now) -> status.chainProperty().set(now.inBrief()));
    }

    /// Does nothing while a walk is under way.
    public void verify() {
        if (report.get() instanceof ChainReport.Verifying) {
            return;
        }
        report.set(new ChainReport.Verifying());
        background.run(
                () -> client.call(new VerifyTrail.Request(screenSession)),
                answer -> report.set(ChainReport.of(answer)),
                failure -> report.set(new ChainReport.Unreadable(Problem.of(failure).text())));
    }

    public ReadOnlyObjectProperty<ChainReport> reportProperty() {
        return report.getReadOnlyProperty();
    }
}
