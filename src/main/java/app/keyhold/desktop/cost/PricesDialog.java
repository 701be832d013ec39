package app.keyhold.desktop.cost;

import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Tone;
import app.keyhold.vault.PriceFile;
import javafx.scene.control.TextArea;

/// The prices in force, and where own ones go.
final class PricesDialog {
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
        list.getStyleClass().add("mono");
        list.setAccessibleText("Prices in use");
        var box = new DialogBox(
                "Prices",
                Texts.wrapped(
                        "Costs are estimated with these prices, in every vault on this computer. Put others into the file"
                                + " below; they hold at once.",
                        "muted"),
                list,
                new CopyText("path of the file", prices.path().toString()));
        box.cancel("Close", context.overlay()::close);
        if (!prices.isOwn()) {
            box.primary("Write this list to the file", this::write);
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
                        path -> context.notices().toast(Tone.OK, "The prices are in " + path + ". Edit them there."),
                        context.notices()::failed);
    }
}
