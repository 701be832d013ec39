package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// `personal ▸ Keys ▸ alias/payroll`: each but the last leads there.
final class Crumbs extends HBox {
    private final String vaultName;
    private final Navigator navigator;

    Crumbs(String vaultName, Navigator navigator) {
        this.vaultName = vaultName;
        this.navigator = navigator;
        setId("title-crumbs");
        getStyleClass().add("crumbs");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        navigator.visitProperty().subscribe(this::show);
    }

    /// Where there is no room for all, the first ones go.
    @Override
    protected void layoutChildren() {
        double room = getWidth();
        for (int from = 0; from < getChildren().size(); from += 2) {
            boolean shown = from == getChildren().size() - 1 || width(from) <= room;
            for (int at = from; at < Math.min(from + 2, getChildren().size()); at++) {
                getChildren().get(at).setVisible(shown);
                getChildren().get(at).setManaged(shown);
            }
        }
        super.layoutChildren();
    }

    /// Of the names from that one on, without any of them being cut.
    private double width(int from) {
        var names = getChildren().subList(from, getChildren().size());
        return names.stream().mapToDouble(name -> name.prefWidth(-1)).sum() + getSpacing() * (names.size() - 1);
    }

    private void show(Visit visit) {
        var vault = Texts.of(vaultName, "muted");
        vault.setMinWidth(0);
        getChildren().setAll(vault, arrow());
        var subject = visit.subject().map(Subject::title).filter(title -> !title.isEmpty());
        if (subject.isEmpty()) {
            getChildren().add(whole(Texts.of(visit.place().title(), "medium")));
        } else {
            var place = new Hyperlink(visit.place().title());
            place.setOnAction(_ -> navigator.currentScreen().closeSubject());
            place.setMinWidth(USE_PREF_SIZE);
            var last = Texts.of(subject.get(), "medium");
            last.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            last.setMinWidth(0);
            getChildren().addAll(place, arrow(), last);
        }
    }

    private static Node whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node arrow() {
        return Icons.of(Feather.CHEVRON_RIGHT, "small", "off");
    }
}
