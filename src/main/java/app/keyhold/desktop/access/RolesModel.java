package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.role.CreateRole;
import app.keyhold.kms.operation.role.DeleteRole;
import app.keyhold.kms.operation.role.ListRoles;
import app.keyhold.kms.operation.role.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The roles of the vault, new ones and their end.
public final class RolesModel {
    private static final Words WORDS = Words.of(RolesModel.class);

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<String> said;
    private final ObservableList<Role> roles = FXCollections.observableArrayList();
    private final ObservableList<Role> readOnlyRoles = FXCollections.unmodifiableObservableList(roles);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param said told a sentence about each change
    public RolesModel(Client client, Background background, String screenSession, Consumer<String> said) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.said = said;
    }

    public void refresh() {
        background.run(this::all, roles::setAll, failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    private List<Role> all() {
        List<Role> all = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            var page = client.call(new ListRoles.Request(marker, Optional.empty()));
            all.addAll(page.roles());
            marker = page.marker();
        } while (marker.isPresent());
        return all;
    }

    /// A role is made by writing who may take it on.
    PolicyEditorModel newRole(PolicyDraft draft) {
        return new PolicyEditorModel(
                client,
                background,
                screenSession,
                draft,
                (name, trust) -> client.call(CreateRole.Request.of(name, trust)),
                (name, _) -> said.accept(WORDS.get("roles.made", name)));
    }

    public void delete(String name) {
        problem.set(Optional.empty());
        background.run(
                () -> client.call(new DeleteRole.Request(name)),
                _ -> {
                    said.accept(WORDS.get("roles.deleted", name));
                    refresh();
                },
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    public ObservableList<Role> roles() {
        return readOnlyRoles;
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
