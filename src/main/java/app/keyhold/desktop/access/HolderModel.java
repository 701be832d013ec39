package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.identity.DeleteRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteRolePolicy;
import app.keyhold.kms.operation.identity.DeleteUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.DeleteUserPolicy;
import app.keyhold.kms.operation.identity.PutRolePermissionsBoundary;
import app.keyhold.kms.operation.identity.PutRolePolicy;
import app.keyhold.kms.operation.identity.PutUserPermissionsBoundary;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.role.RevokeRoleSessions;
import app.keyhold.kms.operation.role.UpdateAssumeRolePolicy;
import app.keyhold.kms.operation.screen.QueryHolder;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One user or role with its policies, and what is done about them: each action is one operation at the door, after
/// which they are read again.
public final class HolderModel {
    private static final Words WORDS = Words.of(HolderModel.class);

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<String> said;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Optional<QueryHolder.Response>> holder =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.Work loading = () -> {};

    /// @param said told a sentence about each change
    /// @param changed runs after each change
    public HolderModel(
            Client client, Background background, String screenSession, Consumer<String> said, Runnable changed) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.said = said;
        this.changed = changed;
    }

    public void open(String arn) {
        loading.cancel();
        problem.set(Optional.empty());
        loading = background.run(
                () -> client.call(new QueryHolder.Request(screenSession, arn)),
                found -> holder.set(Optional.of(found)),
                failure -> {
                    holder.set(Optional.empty());
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    public void close() {
        loading.cancel();
        holder.set(Optional.empty());
        problem.set(Optional.empty());
    }

    /// The owner's policies stay as they are.
    public boolean canChange() {
        return holder.get().filter(shown -> !shown.holder().kind().equals("owner")).isPresent();
    }

    public boolean isRole() {
        return holder.get().flatMap(QueryHolder.Response::role).isPresent();
    }

    private String name() {
        return holder.get().orElseThrow().holder().name();
    }

    /// A policy as Keyhold offers it.
    public void attach(QueryHolder.Policy offered) {
        act(put(offered.name(), offered.document()), WORDS.get("holder.attached", offered.name(), name()));
    }

    public void detach(String policyName) {
        act(
                isRole() ? new DeleteRolePolicy.Request(policyName, name()) : new DeleteUserPolicy.Request(policyName, name()),
                WORDS.get("holder.detached", policyName, name()));
    }

    public void removeBoundary() {
        act(
                isRole()
                        ? new DeleteRolePermissionsBoundary.Request(name())
                        : new DeleteUserPermissionsBoundary.Request(name()),
                WORDS.get("holder.boundaryRemoved", name()));
    }

    public void endSessions() {
        act(new RevokeRoleSessions.Request(name()), WORDS.get("holder.sessionsEnded", name()));
    }

    /// For the editor: a policy of this name.
    PolicyEditorModel editor(PolicyDraft draft) {
        return edit(draft, this::put);
    }

    PolicyEditorModel boundaryEditor(PolicyDraft draft) {
        return edit(
                draft,
                (_, document) -> isRole()
                        ? new PutRolePermissionsBoundary.Request(document, name())
                        : new PutUserPermissionsBoundary.Request(document, name()));
    }

    PolicyEditorModel trustEditor(PolicyDraft draft) {
        return edit(draft, (_, document) -> new UpdateAssumeRolePolicy.Request(document, name()));
    }

    private interface Request {
        KmsRequest<?> of(String name, String document);
    }

    private PolicyEditorModel edit(PolicyDraft draft, Request request) {
        return new PolicyEditorModel(
                client, background, screenSession, draft, (name, document) -> client.call(request.of(name, document)));
    }

    private KmsRequest<?> put(String policyName, String document) {
        return isRole()
                ? new PutRolePolicy.Request(document, policyName, name())
                : new PutUserPolicy.Request(document, policyName, name());
    }

    private void act(KmsRequest<?> request, String done) {
        problem.set(Optional.empty());
        background.run(
                () -> client.call(request),
                _ -> {
                    said.accept(done);
                    changed();
                },
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    /// Something about them has changed: they are read again.
    void changed() {
        holder.get().ifPresent(shown -> open(shown.holder().arn()));
        changed.run();
    }

    public ReadOnlyObjectProperty<Optional<QueryHolder.Response>> holderProperty() {
        return holder.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
