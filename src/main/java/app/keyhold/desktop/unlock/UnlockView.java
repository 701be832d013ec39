package app.keyhold.desktop.unlock;

import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Card;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.InView;
import app.keyhold.desktop.part.Logo;
import app.keyhold.desktop.part.ScrollArea;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The unlock page, by hand: nothing but plain controls comes near a passphrase.
final class UnlockView extends ScrollArea {
    private static final Words WORDS = Words.of(UnlockView.class);
    /// Of the page, at the usual text size.
    private static final double PADDING = 26;

    final Banner note = new Banner();
    final Banner hint = new Banner();
    final Banner error = new Banner();
    private static final String FIRST_USER = "owner";

    final SecretField passphrase = new SecretField();
    final Button unlock = new Button(WORDS.get("unlock"));
    final Button insist = new Button(WORDS.get("insist"));
    final Button cancel = new Button(WORDS.get("cancel"));
    final Hyperlink chooseKeyFile = new Hyperlink(WORDS.get("keyFile"));
    final HBox working = new HBox(12);
    final VBox below = new VBox(8);

    private final ComboBox<String> users = new ComboBox<>();
    private final VBox userRow = new VBox(4);
    private final VBox help;
    private final VBox others;

    UnlockView(String name, Path folder, UnlockWays ways) {
        users.setId("user");
        passphrase.setId("passphrase");
        unlock.setId("unlock");
        error.setId("unlock-error");
        below.setAlignment(Pos.TOP_CENTER);
        help = help(folder, ways);
        others = others(folder, ways);
        var page = new VBox(above(), heading(name, folder), card(), help, below, others);
        page.getStyleClass().add("gate-page");
        page.setAlignment(Pos.TOP_CENTER);
        setContent(page);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        getStyleClass().add("gate");
    }

    /// Lower in a taller window, less so with larger text, but not centred: what opens below must not move the passphrase away.
    private Region above() {
        var above = new Region();
        above.prefHeightProperty()
                .bind(heightProperty().multiply(0.12).divide(TextScale.of(above)).subtract(PADDING));
        above.setMinHeight(0);
        return above;
    }

    private static VBox heading(String name, Path folder) {
        var heading = new VBox(
                6, new Logo("large"), Texts.of(name, "h1"), Texts.of(folder.toString(), "mono", "muted"));
        heading.setAlignment(Pos.CENTER);
        return heading;
    }

    private Card card() {
        var label = FieldLabels.above(WORDS.get("field.passphrase"), passphrase);
        var userLabel = FieldLabels.above(WORDS.get("field.user"), users);
        users.setMaxWidth(Double.MAX_VALUE);
        userRow.getChildren().addAll(userLabel, users);
        unlock.getStyleClass().addAll("accent", "main");
        unlock.setDefaultButton(true);
        unlock.setMaxWidth(Double.MAX_VALUE);
        insist.setMaxWidth(Double.MAX_VALUE);
        insist.setVisible(false);
        insist.setManaged(false);
        cancel.setCancelButton(true);
        var ring = new ProgressIndicator();
        ring.getStyleClass().add("ring");
        working.getChildren().addAll(ring, Texts.of(WORDS.get("deriving"), "muted"), new Spring(), cancel);
        working.setAlignment(Pos.CENTER_LEFT);
        var field = new VBox(4, label, passphrase);
        var card = new Card(note, userRow, field, hint, error, unlock, working, insist, chooseKeyFile);
        card.getStyleClass().addAll("gate-card", "groups");
        showUsers(List.of(), false);
        return card;
    }

    private static VBox help(Path folder, UnlockWays ways) {
        var recover = new Button(WORDS.get("recover"));
        recover.setId("recover");
        recover.setOnAction(_ -> ways.recover(folder));
        var explain = new VBox(
                8,
                Texts.wrapped(WORDS.get("help.sheet")),
                recover,
                Texts.wrapped(WORDS.get("help.backup")),
                restore(ways));
        explain.setVisible(false);
        explain.setManaged(false);
        var link = new Hyperlink(WORDS.get("cantUnlock"));
        link.setId("cant-unlock");
        link.setOnAction(_ -> {
            link.setVisited(false);
            explain.setVisible(!explain.isVisible());
            explain.setManaged(explain.isVisible());
            InView.bringNew(explain.isVisible() ? explain : link);
        });
        var help = new VBox(8, link, explain);
        help.getStyleClass().add("gate-help");
        return help;
    }

    private static Button restore(UnlockWays ways) {
        var button = new Button(WORDS.get("restore"));
        button.setOnAction(_ -> ways.restoreBackup());
        return button;
    }

    private static VBox others(Path folder, UnlockWays ways) {
        var others = new VBox(4);
        others.getStyleClass().add("gate-others");
        var recent = ways.recentVaults().stream()
                .filter(vault -> !vault.equals(folder.toAbsolutePath().normalize()))
                .limit(4)
                .toList();
        if (!recent.isEmpty()) {
            others.getChildren().add(Texts.of(WORDS.get("others"), "caption"));
            recent.forEach(vault -> others.getChildren().add(other(vault, ways)));
        }
        var open = new Hyperlink(WORDS.get("openAnother"));
        open.setOnAction(_ -> ways.openAnother());
        var create = new Hyperlink(WORDS.get("create"));
        create.setOnAction(_ -> ways.createVault());
        others.getChildren().add(new HBox(16, open, create));
        return others;
    }

    private static Button other(Path vault, UnlockWays ways) {
        var where = Texts.of(String.valueOf(vault.getParent()), "mono", "muted");
        var button = new Button(Frame.vaultName(vault), Icons.of(Feather.DATABASE));
        var row = new HBox(12, button.getGraphic(), Texts.of(button.getText(), "medium"), where);
        row.setAlignment(Pos.CENTER_LEFT);
        button.setGraphic(row);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("flat");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> ways.open(vault));
        return button;
    }

    /// Takes away what leads elsewhere.
    void standAlone() {
        for (VBox way : List.of(help, others)) {
            way.setVisible(false);
            way.setManaged(false);
        }
    }

    /// One user needs no choice; private names are typed, the first user's being known.
    void showUsers(List<String> names, boolean typed) {
        users.setEditable(typed);
        users.getItems().setAll(typed ? List.of(FIRST_USER) : names);
        users.getSelectionModel().selectFirst();
        boolean choice = typed || names.size() > 1;
        userRow.setVisible(choice);
        userRow.setManaged(choice);
    }

    String user() {
        String chosen = users.isEditable() ? users.getEditor().getText().strip() : users.getValue();
        return chosen == null || chosen.isEmpty() ? FIRST_USER : chosen;
    }
}
