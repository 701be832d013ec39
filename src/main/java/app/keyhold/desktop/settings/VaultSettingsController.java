package app.keyhold.desktop.settings;

import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.Fxml;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.schedule.ServiceKeyRotation;
import app.keyhold.vault.operation.ListSettings;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/// Binds the card of the vault's own settings.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class VaultSettingsController {
    private static final Words WORDS = Words.of(VaultSettingsController.class);
    private static final int DAYS_OF_A_YEAR = 365;

    private final VaultSettingsModel model;
    private final Parent root;

    @FXML
    private Label serviceKeysLabel;

    @FXML
    private ComboBox<Integer> serviceKeys;

    @FXML
    private CheckBox hideNames;

    @FXML
    private CheckBox rememberPaths;

    @FXML
    private Banner problem;

    VaultSettingsController(VaultSettingsModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        serviceKeysLabel.setLabelFor(serviceKeys);
        serviceKeys.getItems().setAll(ServiceKeyRotation.CHOICES);
        serviceKeys.setConverter(new InYears());
        model.settingsProperty().subscribe(this::show);
        model.problemProperty().subscribe(found -> found.ifPresentOrElse(problem::show, problem::hide));
        serviceKeys.setOnAction(_ -> Optional.ofNullable(serviceKeys.getValue()).ifPresent(model::rotateServiceKeysEvery));
        hideNames.setOnAction(_ -> model.hideNames(hideNames.isSelected()));
        rememberPaths.setOnAction(_ -> model.rememberPaths(rememberPaths.isSelected()));
    }

    private void show(Optional<ListSettings.Response> settings) {
        serviceKeys.setDisable(settings.isEmpty());
        hideNames.setDisable(settings.isEmpty());
        rememberPaths.setDisable(settings.isEmpty());
        settings.ifPresent(now -> {
            serviceKeys.setValue(now.serviceKeyRotationDays());
            hideNames.setSelected(now.privateNames());
            rememberPaths.setSelected(now.rememberPaths());
        });
    }

    Parent root() {
        return root;
    }

    private static final class InYears extends StringConverter<Integer> {
        @Override
        public String toString(Integer days) {
            if (days == null) {
                return "";
            }
            int years = days / DAYS_OF_A_YEAR;
            return WORDS.get("vault.everyYears", years);
        }

        @Override
        public Integer fromString(String words) {
            throw new UnsupportedOperationException("The list is not typed into");
        }
    }
}
