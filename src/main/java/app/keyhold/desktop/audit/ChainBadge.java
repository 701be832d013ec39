package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import atlantafx.base.controls.Popover;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Says what the chain was last seen to show; pressed, it tells what that means and offers to look again.
final class ChainBadge extends Button {
    private final ChainModel chain;
    private final Moments moments;
    private final Runnable saveHead;
    private final Label detail = new Label();
    private final Popover popover = new Popover();

    /// @param saveHead asks where to keep number and hash of the newest row outside the vault
    ChainBadge(ChainModel chain, Moments moments, Runnable saveHead) {
        this.chain = chain;
        this.moments = moments;
        this.saveHead = saveHead;
        getStyleClass().addAll("chip", "chain-badge");
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        setOnAction(_ -> popover.show(this));
        chain.reportProperty().subscribe(this::show);
    }

    private void show(ChainReport report) {
        getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
        getStyleClass().add(tone(report).style());
        Label title = Texts.of(report.title(), "value");
        detail.setText(report.detail(moments));
        HBox content = new HBox(6, Icons.of(Feather.LINK), title, detail, Icons.of(Feather.CHEVRON_DOWN, "small"));
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        detail.setManaged(!detail.getText().isEmpty());
        setGraphic(content);
        setAccessibleText("Audit chain: " + report.title() + " " + detail.getText());
        popover.setContentNode(explanation(report));
    }

    private static Tone tone(ChainReport report) {
        return switch (report) {
            case ChainReport.Verified _ -> Tone.OK;
            case ChainReport.Broken _, ChainReport.Unreadable _ -> Tone.BAD;
            case ChainReport.NotYetVerified _, ChainReport.Verifying _ -> Tone.OFF;
        };
    }

    private Node explanation(ChainReport report) {
        Facts facts = new Facts();
        if (report instanceof ChainReport.Verified verified) {
            facts.add("Events", Counts.grouped(verified.upTo()));
            facts.add("Checkpoints", Counts.grouped(verified.checkpoints()));
            facts.add("Newest hash", Texts.of(Counts.hash(verified.headHash()), "mono"));
            facts.add("Verified", moments.formats().dateTime(verified.at()));
        }
        if (report instanceof ChainReport.Broken broken) {
            facts.add("Expected", Texts.of(Counts.hash(broken.where().expected()), "mono"));
            facts.add("Found", Texts.of(Counts.hash(broken.where().found()), "mono"));
            facts.add("Last good checkpoint", broken.where().lastGoodCheckpoint().map(at -> "#" + Counts.grouped(at)).orElse("none"));
        }
        Button verify = new Button("Verify now");
        verify.setDisable(report instanceof ChainReport.Verifying);
        verify.setOnAction(_ -> chain.verify());
        Button save = new Button("Save checkpoint…");
        save.setDisable(!(report instanceof ChainReport.Verified));
        save.setOnAction(_ -> {
            popover.hide();
            saveHead.run();
        });
        VBox box = new VBox(Texts.of(report.title(), "h2"), Texts.wrapped(report.meaning(), "muted"), facts, new HBox(8, verify, save));
        box.getStyleClass().add("chain-explanation");
        return box;
    }

    /// The age in the badge grows older.
    void refreshAge() {
        show(chain.reportProperty().get());
    }
}
