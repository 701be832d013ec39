package app.keyhold.desktop.frame;

import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Who, where, until when; the chain; what runs.
final class StatusBar extends HBox {
    private final Formats formats;
    private final StateBadge chain = new StateBadge(Tone.OFF, "", Feather.LINK);
    private final Label notice = Texts.of("", "muted");

    StatusBar(ScreenContext context, AutoLock autoLock, ObservableIntegerValue lockMinutes) {
        formats = context.formats();
        getStyleClass().add("status-bar");
        var status = context.status();
        var who = Texts.of(context.vault().user() + "  ·  " + context.vault().region(), "muted");
        var countdown = Texts.of("", "muted");
        countdown.setId("locks-in");
        countdown
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> lockMinutes.get() == 0
                                ? "Does not lock by itself"
                                : "Locks in " + formats.countdown(autoLock.leftProperty().get()),
                        lockMinutes,
                        autoLock.leftProperty()));
        chain.setId("chain");
        status.chainProperty().subscribe(this::show);
        var chainLink = link(context, Place.AUDIT, "Audit chain");
        chainLink.setGraphic(chain);
        chainLink.accessibleTextProperty().bind(chain.textProperty());
        var jobs = link(context, Place.FILES, "Files at work");
        jobs.setId("jobs");
        jobs.textProperty().bind(status.jobsProperty());
        jobs.visibleProperty().bind(status.jobsProperty().isNotEmpty());
        jobs.managedProperty().bind(jobs.visibleProperty());
        getChildren().addAll(who, countdown, notice, new Spring(), chainLink, jobs);
    }

    /// Mirrors what a toast says, for whoever can't see it pass.
    void say(String text) {
        notice.setText(text);
    }

    private static Hyperlink link(ScreenContext context, Place place, String help) {
        var link = new Hyperlink();
        link.setAccessibleHelp(help);
        link.setOnAction(_ -> {
            link.setVisited(false);
            context.navigation().go(place);
        });
        return link;
    }

    private void show(ChainState state) {
        switch (state) {
            case ChainState.Unverified() -> chain.show(Tone.OFF, "Chain not yet verified", Feather.LINK);
            case ChainState.Verifying() -> chain.show(Tone.OFF, "Verifying the chain", Feather.LINK);
            case ChainState.Verified(long upTo, _) ->
                chain.show(Tone.OK, "Chain verified #1–#" + formats.count(upTo), Feather.LINK);
            case ChainState.Broken(long at) ->
                chain.show(Tone.BAD, "Chain broken at #" + formats.count(at), Feather.ALERT_OCTAGON);
        }
    }
}
