package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.access.Parties;
import app.keyhold.desktop.access.Party;
import app.keyhold.desktop.access.PartyConverter;
import app.keyhold.desktop.frame.Overlay;
import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.api.ApiLine;
import app.keyhold.desktop.keys.grant.CreateGrantModel.ContextDemand;
import app.keyhold.desktop.part.DialogBox;
import app.keyhold.desktop.part.FieldLabels;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.grant.GrantOperation;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The dialog that makes a grant.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class CreateGrantController {
    private static final Words WORDS = Words.of(CreateGrantController.class);

    private final CreateGrantModel model;
    private final String account;
    private final Overlay overlay;
    private final KeyModel door;
    private final DialogBox box;
    private final Button make;

    @FXML
    private ComboBox<Party> grantee;

    @FXML
    private FlowPane operations;

    @FXML
    private VBox contextBox;

    @FXML
    private ComboBox<ContextDemand> demand;

    @FXML
    private TextArea context;

    @FXML
    private VBox sourceBox;

    @FXML
    private TextField sourceArn;

    @FXML
    private ComboBox<Party> retiring;

    @FXML
    private TextField name;

    @FXML
    private Label hint;

    CreateGrantController(CreateGrantModel model, String account, Parties parties, Overlay overlay, KeyModel door) {
        this.model = model;
        this.account = account;
        this.overlay = overlay;
        this.door = door;
        Parent form = Fxml.load(this);
        FieldLabels.connect(form);
        box = new DialogBox(WORDS.get("create.title"), form);
        box.setId("new-grant");
        box.cancel(WORDS.get("create.cancel"), overlay::close);
        make = box.primary(WORDS.get("create.create"), this::make);
        ApiLine.on(make, "CreateGrant", () -> model.problem().isEmpty() ? List.of(model.request()) : List.of()); // not words
        make.setId("make-grant");
        parties.load(this::offer);
        InvalidationListener check = _ -> check();
        for (Observable watched : List.<Observable>of(
                model.granteeProperty(), model.retiringProperty(), model.chosen(), model.demandProperty(),
                model.contextProperty(), model.sourceArnProperty())) {
            watched.addListener(check);
        }
        check();
    }

    @FXML
    private void initialize() {
        bind(grantee, model.granteeProperty());
        bind(retiring, model.retiringProperty());
        for (GrantOperation operation : model.operations()) {
            CheckBox allowed = new CheckBox(operation.name());
            allowed.selectedProperty().subscribe(wanted -> model.choose(operation, wanted));
            operations.getChildren().add(allowed);
        }
        show(contextBox, model.takesContext());
        demand.setConverter(new DemandConverter());
        demand.getItems().setAll(ContextDemand.values());
        demand.valueProperty().bindBidirectional(model.demandProperty());
        model.demandProperty().subscribe(wanted -> show(context, wanted != ContextDemand.NOTHING));
        context.textProperty().bindBidirectional(model.contextProperty());
        sourceArn.textProperty().bindBidirectional(model.sourceArnProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
    }

    private void bind(ComboBox<Party> field, ObjectProperty<Optional<Party>> property) {
        field.setConverter(new PartyConverter(account, field::getItems));
        field.valueProperty().subscribe(chosen -> property.set(Optional.ofNullable(chosen)));
        // What is typed counts before the field is left.
        field.getEditor().textProperty().subscribe(typed ->
                property.set(Optional.ofNullable(field.getConverter().fromString(typed))));
    }

    private void offer(List<Party> found) {
        grantee.getItems().setAll(found);
        retiring.getItems().setAll(found);
    }

    private void check() {
        show(sourceBox, model.isToService());
        Optional<String> problem = model.problem();
        hint.setText(problem.orElse(""));
        make.setDisable(problem.isPresent());
    }

    private void make() {
        if (model.problem().isEmpty()) {
            overlay.close();
            String to = model.granteeProperty().get().map(Party::name).orElse("");
            door.act(model.request(), WORDS.get("create.made", to));
        }
    }

    private static void show(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }

    Node root() {
        return box;
    }
}
