package app.keyhold.desktop.keys.grant;

import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.grant.GrantListEntry;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.kms.operation.grant.RevokeGrant;
import app.keyhold.kms.operation.screen.QueryGrants;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The grants of the key that is shown, a page at a time: a key can have tens of thousands.
public final class GrantsModel {
    private static final Words WORDS = Words.of(GrantsModel.class);

    private final KeyModel door;
    private final String screenSession;
    private final ObservableList<GrantListEntry> grants = FXCollections.observableArrayList();
    private final ObservableList<GrantListEntry> readOnlyGrants = FXCollections.unmodifiableObservableList(grants);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> next = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> keyId = Optional.empty();

    public GrantsModel(KeyModel door, String screenSession) {
        this.door = door;
        this.screenSession = screenSession;
    }

    /// Reads the first page.
    public void load(String wanted) {
        if (!keyId.equals(Optional.of(wanted))) {
            take(List.of(), 0, Optional.empty());
        }
        keyId = Optional.of(wanted);
        problem.set(Optional.empty());
        ask(QueryGrants.Request.firstPage(screenSession, wanted), false);
    }

    /// Reads the page after those that are shown.
    public void more() {
        keyId.filter(_ -> next.get().isPresent())
                .ifPresent(id -> ask(QueryGrants.Request.firstPage(screenSession, id).from(next.get()), true));
    }

    private void ask(QueryGrants.Request request, boolean behind) {
        door.ask(
                request,
                page -> {
                    if (!keyId.equals(Optional.of(request.keyId()))) {
                        return;
                    }
                    if (behind) {
                        grants.addAll(page.grants());
                        total.set(page.count());
                        next.set(page.nextMarker());
                    } else {
                        take(page.grants(), page.count(), page.nextMarker());
                    }
                },
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    private void take(List<GrantListEntry> page, long count, Optional<String> marker) {
        grants.setAll(page);
        total.set(count);
        next.set(marker);
    }

    /// By whoever manages the key.
    public void revoke(GrantListEntry grant) {
        door.act(RevokeGrant.Request.of(grant.keyId(), grant.grantId()), WORDS.get("revoke.revoked", GrantWords.who(grant)));
    }

    /// By whoever the grant names, whatever policies say.
    public void retire(GrantListEntry grant) {
        door.act(RetireGrant.Request.of(grant.keyId(), grant.grantId()), WORDS.get("retire.retired", GrantWords.who(grant)));
    }

    public ObservableList<GrantListEntry> grants() {
        return readOnlyGrants;
    }

    /// Of all pages.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// There exactly while more can be read.
    public ReadOnlyObjectProperty<Optional<String>> nextProperty() {
        return next.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
