package app.keyhold.desktop.frame;

import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// Who, where, until when; the chain; what runs.
final class StatusBar extends HBox {
    private static final Words WORDS = Words.of(StatusBar.class);

    private final Formats formats;
    private final StateBadge chain = new StateBadge(Tone.OFF, "", Feather.LINK);
    private final Label notice = Texts.of("", "muted");

    StatusBar(ScreenContext context, AutoLock autoLock, ObservableIntegerValue lockMinutes) {
        formats = context.formats();
        getStyleClass().add("status-bar");
        var status = context.status();
        var who = Texts.of(WORDS.get("status.who", context.vault().user(), context.vault().region()), "muted");
        var countdown = Texts.of("", "muted");
        countdown.setId("locks-in");
        countdown
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> lockMinutes.get() == 0
                                ? WORDS.get("status.noLock")
                                : WORDS.get("status.locksIn", formats.countdown(autoLock.leftProperty().get())),
                        lockMinutes,
                        autoLock.leftProperty()));
        chain.setId("chain");
        status.chainProperty().subscribe(this::show);
        var chainLink = link(context, Place.AUDIT, WORDS.get("status.chain"));
        chainLink.setGraphic(chain);
        chainLink.accessibleTextProperty().bind(chain.textProperty());
        var jobs = link(context, Place.FILES, WORDS.get("status.files"));
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
            case ChainState.Unverified() -> chain.show(Tone.OFF, WORDS.get("chain.unverified"), Feather.LINK);
            case ChainState.Verifying() -> chain.show(Tone.OFF, WORDS.get("chain.verifying"), Feather.LINK);
            case ChainState.Verified(long upTo, _) ->
                chain.show(Tone.OK, WORDS.get("chain.verified", upTo), Feather.LINK);
            case ChainState.Broken(long at) ->
                chain.show(Tone.BAD, WORDS.get("chain.broken", at), Feather.ALERT_OCTAGON);
        }
    }
}
