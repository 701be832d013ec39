package app.keyhold.desktop.audit;

import app.keyhold.desktop.part.Facts;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
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
    private static final Words WORDS = Words.of(ChainBadge.class);

    private final ChainModel chain;
    private final Moments moments;
    private final Runnable saveHead;
    private final Runnable compare;
    private final Label detail = new Label();
    private final Popover popover = new Popover();

    /// @param saveHead asks where to keep number and hash of the newest row outside the vault
    /// @param compare asks for something kept outside, to hold the chain against
    ChainBadge(ChainModel chain, Moments moments, Runnable saveHead, Runnable compare) {
        this.chain = chain;
        this.moments = moments;
        this.saveHead = saveHead;
        this.compare = compare;
        getStyleClass().addAll("chip", "chain-badge");
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        setOnAction(_ -> popover.show(this));
        chain.reportProperty().subscribe(this::show);
        chain.freshProperty().subscribe(this::refreshAge);
    }

    private void show(ChainReport report) {
        getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
        getStyleClass().add(report.tone().style());
        Label title = Texts.of(report.title(), "value");
        detail.setText(report.detail(moments, chain.freshProperty().get()));
        HBox content = new HBox(6, Icons.of(Feather.LINK), title, detail, Icons.of(Feather.CHEVRON_DOWN, "small"));
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        detail.setManaged(!detail.getText().isEmpty());
        setGraphic(content);
        setAccessibleText(WORDS.get("chain.spoken", report.title(), detail.getText()));
        popover.setContentNode(explanation(report));
    }

    private Node explanation(ChainReport report) {
        Facts facts = new Facts();
        if (report instanceof ChainReport.Verified verified) {
            facts.add(WORDS.get("chain.events"), Counts.grouped(verified.upTo()));
            facts.add(WORDS.get("chain.checkpoints"), Counts.grouped(verified.checkpoints()));
            facts.add(WORDS.get("chain.newestHash"), Texts.of(Counts.hash(verified.headHash()), "mono"));
            facts.add(WORDS.get("chain.verifiedAt"), moments.formats().dateTime(verified.at()));
        }
        if (report instanceof ChainReport.Broken broken) {
            facts.add(WORDS.get("chain.expected"), Texts.of(Counts.hash(broken.where().expected()), "mono"));
            facts.add(WORDS.get("chain.found"), Texts.of(Counts.hash(broken.where().found()), "mono"));
            facts.add(
                    WORDS.get("chain.lastGood"),
                    broken.where().lastGoodCheckpoint().map(at -> WORDS.get("detail.number", at)).orElse(WORDS.get("chain.noCheckpoint")));
        }
        Button verify = button("chain.verifyNow", chain::verify);
        verify.setDisable(report instanceof ChainReport.Verifying);
        Button save = button("chain.save", saveHead);
        save.setDisable(!(report instanceof ChainReport.Verified));
        Button hold = button("chain.compare", compare);
        hold.setDisable(report instanceof ChainReport.Verifying);
        VBox box = new VBox(Texts.of(report.title(), "h2"), Texts.wrapped(report.meaning(), "muted"), facts, new HBox(8, verify, save, hold));
        box.getStyleClass().add("chain-explanation");
        return box;
    }

    private Button button(String verb, Runnable action) {
        Button button = new Button(WORDS.get(verb));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            popover.hide();
            action.run();
        });
        return button;
    }

    /// The age in the badge grows older.
    void refreshAge() {
        show(chain.reportProperty().get());
    }
}
