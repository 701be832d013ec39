package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Formats;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.QueryHolder;
import java.time.Duration;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The pane beside the list: one user or role with policies, boundary and, of a role, who may take it on.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class HolderController {
    private static final Words WORDS = Words.of(HolderController.class);

    private final HolderModel model;
    private final Overlay overlay;
    private final Formats formats;
    private final AccessKeysController accessKeys;
    private final Parent root;

    @FXML
    private VBox nobody;

    @FXML
    private VBox somebody;

    @FXML
    private Label name;

    @FXML
    private Label since;

    @FXML
    private VBox arn;

    @FXML
    private Banner problem;

    @FXML
    private Label fixed;

    @FXML
    private MenuButton attach;

    @FXML
    private VBox policies;

    @FXML
    private HBox boundary;

    @FXML
    private VBox keysBox;

    @FXML
    private VBox roleBox;

    @FXML
    private Label session;

    @FXML
    private Button editTrust;

    @FXML
    private Button endSessions;

    @FXML
    private Label about;

    /// @param accessKeys shown for users
    HolderController(HolderModel model, Overlay overlay, Formats formats, AccessKeysController accessKeys) {
        this.model = model;
        this.overlay = overlay;
        this.formats = formats;
        this.accessKeys = accessKeys;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        keysBox.getChildren().setAll(accessKeys.root());
        explain("");
        model.holderProperty().subscribe(this::show);
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
    }

    /// What else is to be said where the list has no room for it; empty for nothing.
    void explain(String text) {
        about.setText(text);
        show(about, !text.isEmpty());
    }

    private void show(Optional<QueryHolder.Response> found) {
        show(somebody, found.isPresent());
        show(nobody, found.isEmpty());
        found.ifPresent(this::fill);
    }

    private void fill(QueryHolder.Response shown) {
        String description = shown.role().map(QueryHolder.Terms::description).orElse("");
        name.setText(shown.holder().name());
        since.setText(description.isEmpty() ? WORDS.get("holder.since", formats.date(shown.created())) : description);
        arn.getChildren().setAll(new CopyText("ARN", shown.holder().arn()));
        boolean changeable = model.canChange();
        show(fixed, !changeable);
        attach.setDisable(!changeable);
        attach.getItems().setAll(shown.offered().stream().map(this::offer).toList());
        if (!shown.offered().isEmpty()) {
            attach.getItems().add(new SeparatorMenuItem());
        }
        attach.getItems().add(item(WORDS.get("holder.newPolicy"), this::writePolicy));
        policies.getChildren().setAll(shown.policies().stream().map(policy -> row(policy, changeable)).toList());
        if (shown.policies().isEmpty()) {
            policies.getChildren().add(Texts.wrapped(WORDS.get("holder.noPolicy"), "muted"));
        }
        boundary.getChildren().setAll(boundary(shown.permissionsBoundary(), changeable));
        show(keysBox, shown.role().isEmpty());
        show(roleBox, shown.role().isPresent());
        shown.role().ifPresent(terms -> {
            session.setText(WORDS.get(
                    "holder.longestSession", formats.duration(Duration.ofSeconds(terms.maxSessionDuration()))));
            editTrust.setOnAction(_ -> edit(
                    model.trustEditor(draft("holder.editTrust", PolicyDraft.Kind.TRUST, "", terms.trustPolicy()))));
        });
    }

    private MenuItem offer(QueryHolder.Policy offered) {
        return item(WORDS.get("holder.offer", offered.name(), UserWords.offered(offered.name())), () -> model.attach(offered));
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node row(QueryHolder.Policy policy, boolean changeable) {
        var name = Texts.of(policy.name(), "medium");
        name.setMinWidth(0);
        var kind = Texts.of(WORDS.get(policy.asOffered() ? "holder.offered" : "holder.own"), "caption");
        var edit = button(Feather.EDIT_2, WORDS.get("holder.edit", policy.name()), () -> edit(
                model.editor(new PolicyDraft(
                        WORDS.get("holder.editing", policy.name()),
                        PolicyDraft.Kind.IDENTITY,
                        Optional.of(policy.name()),
                        policy.document()))));
        var detach = button(Feather.X, WORDS.get("holder.detach", policy.name()), () -> model.detach(policy));
        edit.setDisable(!changeable);
        detach.setDisable(!changeable);
        var row = new HBox(name, kind, new Spring(), edit, detach);
        row.getStyleClass().add("holder-row");
        return row;
    }

    private Node[] boundary(Optional<String> document, boolean changeable) {
        var state = Texts.of(WORDS.get(document.isPresent() ? "holder.bounded" : "holder.unbounded"), "muted");
        var edit = new Button(WORDS.get(document.isPresent() ? "holder.editBoundary" : "holder.setBoundary"));
        edit.setId("set-boundary");
        edit.setOnAction(_ -> edit(model.boundaryEditor(draft(
                "holder.boundaryOf", PolicyDraft.Kind.IDENTITY, "boundary", document.orElseGet(PolicyTemplates::identity)))));
        edit.setDisable(!changeable);
        edit.setMinWidth(HBox.USE_PREF_SIZE);
        if (document.isEmpty()) {
            return new Node[] {state, new Spring(), edit};
        }
        var remove = button(Feather.X, WORDS.get("holder.removeBoundary"), model::removeBoundary);
        return new Node[] {state, new Spring(), edit, remove};
    }

    private static Button button(Feather icon, String spoken, Runnable action) {
        var button = Icons.button(icon, spoken, action);
        button.getStyleClass().addAll("flat", "small");
        return button;
    }

    private PolicyDraft draft(String title, PolicyDraft.Kind kind, String name, String document) {
        return new PolicyDraft(
                WORDS.get(title, model.holderProperty().get().orElseThrow().holder().name()), kind, Optional.of(name), document);
    }

    private void writePolicy() {
        edit(model.editor(new PolicyDraft(
                WORDS.get("holder.writing", model.holderProperty().get().orElseThrow().holder().name()),
                PolicyDraft.Kind.IDENTITY,
                Optional.empty(),
                PolicyTemplates.identity())));
    }

    private void edit(PolicyEditorModel editing) {
        overlay.show(new PolicyEditorController(editing, overlay, model::changed).root());
    }

    @FXML
    private void endSessions() {
        model.endSessions();
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    Parent root() {
        return root;
    }
}
