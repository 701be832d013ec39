package app.keyhold.desktop.keys;

import app.keyhold.desktop.due.Copies;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.keys.grant.GrantsController;
import app.keyhold.desktop.keys.material.CryptographyController;
import app.keyhold.desktop.keys.material.ImportController;
import app.keyhold.desktop.keys.names.AliasDialogs;
import app.keyhold.desktop.keys.names.NamesController;
import app.keyhold.desktop.keys.names.NamesModel;
import app.keyhold.desktop.keys.policy.PolicyController;
import app.keyhold.desktop.keys.regions.RegionsController;
import app.keyhold.desktop.keys.regions.RegionsModel;
import app.keyhold.desktop.keys.trial.TryItController;
import app.keyhold.desktop.part.AfterPicture;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.CopyText;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.StateBadge;
import app.keyhold.desktop.part.Tone;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.screen.QueryKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One key: what it is, what can be done to it, and its tabs.
@SuppressWarnings("NullAway.Init")
final class KeyController {
    private static final Words WORDS = Words.of(KeyController.class);

    private final ScreenContext context;
    private final Moments moments;
    private final KeyModel model;
    private final KeyDialogs dialogs;
    private final AliasDialogs aliases;
    private final Runnable back;
    private final NamesModel names;
    private final StateBadge badge = StateBadge.dot(Tone.OFF, "");
    private final CopyText arnText = new CopyText("ARN", "");
    private final Parent root;
    private KeyTabs tabs;
    private Optional<KeyView> shown = Optional.empty();
    private Optional<String> waiting = Optional.empty();

    @FXML
    private VBox nothing;

    @FXML
    private VBox pane;

    @FXML
    private HBox crumbs;

    @FXML
    private Label crumb;

    @FXML
    private HBox heading;

    @FXML
    private Label title;

    @FXML
    private HBox arn;

    @FXML
    private Button importMaterial;

    @FXML
    private Button encrypt;

    @FXML
    private Button rotate;

    @FXML
    private Button enable;

    @FXML
    private Button disable;

    @FXML
    private Button delete;

    @FXML
    private Button keep;

    @FXML
    private Banner fixed;

    @FXML
    private Banner problem;

    @FXML
    private TabPane tabPane;

    /// @param back leaves the pane where it took the list's place
    KeyController(ScreenContext context, Moments moments, KeyModel model, Predicate<String> aliasTaken, Runnable back) {
        this.context = context;
        this.moments = moments;
        this.model = model;
        this.back = back;
        this.dialogs = new KeyDialogs(context.overlay(), model);
        this.names = new NamesModel(model, aliasTaken);
        this.aliases = new AliasDialogs(context.overlay(), names);
        root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        tabs = new KeyTabs(tabPane, contents(), new KeyTabs.Entry(RegionsController.title(), () -> new RegionsController(new RegionsModel(model), context.overlay())));
        heading.getChildren().setAll(title, badge);
        arn.getChildren().setAll(arnText);
        nameOperations();
        model.keyProperty().subscribe(this::show);
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        setNarrow(false);
    }

    private List<KeyTabs.Entry> contents() {
        return List.of(
                new KeyTabs.Entry(OverviewController.title(), () -> new OverviewController(names, key -> context.navigation().open(Place.AUDIT, key))),
                new KeyTabs.Entry(CryptographyController.title(), () -> new CryptographyController(context, model)),
                new KeyTabs.Entry(PolicyController.title(), () -> new PolicyController(context, model)),
                new KeyTabs.Entry(GrantsController.title(), () -> new GrantsController(context, model)),
                new KeyTabs.Entry(KeyRotationController.title(), () -> new KeyRotationController(model, dialogs)),
                new KeyTabs.Entry(KnownFilesController.title(), () -> new KnownFilesController(context, model)),
                new KeyTabs.Entry(NamesController.title(), () -> new NamesController(names, aliases)),
                new KeyTabs.Entry(TryItController.title(), () -> new TryItController(model, context.secrets())),
                new KeyTabs.Entry(HistoryController.title(), () -> new HistoryController(context, moments)));
    }

    /// Each button says what it is called in the API.
    private void nameOperations() {
        name(rotate, "RotateKeyOnDemand", RotateKeyOnDemand.Request::new); // not words
        name(enable, "EnableKey", EnableKey.Request::new); // not words
        name(disable, "DisableKey", DisableKey.Request::new); // not words
        name(delete, "ScheduleKeyDeletion", id -> ScheduleKeyDeletion.Request.of(id, DeletionModel.LONGEST)); // not words
        name(keep, "CancelKeyDeletion", CancelKeyDeletion.Request::new); // not words
    }

    private void name(Button button, String operation, Function<String, KmsRequest<?>> request) {
        ApiLine.on(button, operation, () -> shown.map(KeyView::id).map(request).stream().toList());
    }

    private void show(Optional<QueryKey.Response> key) {
        shown = key.map(found -> new KeyView(found, moments));
        pane.setVisible(shown.isPresent());
        nothing.setVisible(shown.isEmpty());
        shown.ifPresent(this::fill);
        if (waiting.isPresent()) {
            AfterPicture.run(() -> shown.ifPresent(this::goOn));
        }
    }

    private void fill(KeyView key) {
        title.setText(key.title());
        crumb.setText(key.name());
        badge.show(key.state().tone(), key.state().word());
        arnText.show(key.metadata().arn());
        boolean symmetric = key.metadata().keySpec().isSymmetric();
        show(importMaterial, key.isPendingImport());
        show(encrypt, symmetric && !key.isPendingImport());
        encrypt.setDisable(!key.isEnabled() || key.isServiceManaged());
        show(rotate, key.canRotateAtAll());
        rotate.setDisable(!key.canRotateNow());
        show(enable, !key.isEnabled() && !key.isPendingImport());
        enable.setDisable(!key.canChange());
        show(disable, key.isEnabled());
        disable.setDisable(!key.canChange());
        show(delete, !key.isPendingDeletion());
        delete.setDisable(!key.canChange());
        show(keep, key.isPendingDeletion());
        Tone tone = key.isPendingDeletion() || key.isPendingImport() ? Tone.WARN : Tone.INFO;
        key.whyFixed().or(key::whyWaiting).ifPresentOrElse(why -> fixed.show(tone, why), fixed::hide);
        if (key.isPendingDeletion()) {
            model.backups(files -> tellCopies(key, files));
        }
        tabs.show(key);
    }

    /// Unless another key is looked at by now.
    private void tellCopies(KeyView key, List<String> backups) {
        shown.filter(key::equals).flatMap(KeyView::whyFixed).ifPresent(why -> fixed.show(
                Tone.WARN, backups.isEmpty() ? why : why + " " + Copies.warning(backups)));
    }

    private static void show(Button button, boolean wanted) {
        button.setVisible(wanted);
        button.setManaged(wanted);
    }

    void setNarrow(boolean narrow) {
        crumbs.setVisible(narrow);
        crumbs.setManaged(narrow);
    }

    Node root() {
        return root;
    }

    Optional<KeyView> shown() {
        return shown;
    }

    @FXML
    private void back() {
        back.run();
    }

    /// Goes on with the import as soon as the new key is in view.
    void importWhenShown(String keyId) {
        waiting = Optional.of(keyId);
        shown.ifPresent(this::goOn);
    }

    private void goOn(KeyView key) {
        if (waiting.equals(Optional.of(key.id()))) {
            waiting = Optional.empty();
            importMaterial();
        }
    }

    /// Opens the steps that bring material into the key that is shown.
    @FXML
    void importMaterial() {
        shown.ifPresent(key -> ImportController.open(key, model, context.overlay()));
    }

    @FXML
    private void encryptFiles() {
        shown.ifPresent(key -> context.navigation().open(Place.FILES, key.id()));
    }

    @FXML
    void rotate() {
        shown.filter(KeyView::canRotateNow).ifPresent(dialogs::rotate);
    }

    @FXML
    private void enable() {
        shown.ifPresent(key -> model.act(new EnableKey.Request(key.id()), WORDS.get("did.enabled", key.name())));
    }

    @FXML
    private void disable() {
        shown.ifPresent(key -> model.act(
                new DisableKey.Request(key.id()), WORDS.get("did.disabled", key.name())));
    }

    @FXML
    void scheduleDeletion() {
        shown.filter(KeyView::canChange).ifPresent(dialogs::scheduleDeletion);
    }

    @FXML
    private void cancelDeletion() {
        shown.ifPresent(key -> model.act(
                new CancelKeyDeletion.Request(key.id()), WORDS.get("did.kept", key.name())));
    }

    void rename() {
        shown.filter(key -> key.canChange() && !key.key().aliases().isEmpty()).ifPresent(aliases::rename);
    }
}
