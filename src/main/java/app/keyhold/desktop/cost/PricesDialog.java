package app.keyhold.desktop.cost;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.PriceFile;
import javafx.scene.control.TextArea;

/// The prices in force, and where own ones go.
final class PricesDialog {
    private static final Words WORDS = Words.of(PricesDialog.class);
    private final ScreenContext context;
    private final PriceFile prices;

    PricesDialog(ScreenContext context) {
        this.context = context;
        this.prices = context.vault().prices();
    }

    void show() {
        var list = new TextArea(prices.text());
        list.setEditable(false);
        list.setPrefRowCount(17);
        Texts.code(list).getStyleClass().add("mono");
        list.setAccessibleText(WORDS.get("prices.list"));
        var box = new DialogBox(
                WORDS.get("prices.title"),
                Texts.wrapped(
                        WORDS.get("prices.what"),
                        "muted"),
                list,
                new CopyText(WORDS.get("prices.path"), prices.path().toString()));
        box.cancel(WORDS.get("prices.close"), context.overlay()::close);
        if (!prices.isOwn()) {
            box.primary(WORDS.get("prices.write"), this::write);
        }
        context.overlay().show(box);
    }

    private void write() {
        context.overlay().close();
        context.background()
                .run(
                        () -> {
                            prices.create();
                            return prices.path();
                        },
                        path -> context.notices().toast(Tone.OK, WORDS.get("prices.written", path)),
                        context.notices()::failed);
    }
}
