package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.UndoStack;
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
import app.keyhold.kms.operation.screen.Holder;
import app.keyhold.kms.operation.screen.QueryHolder;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One user or role with its policies, and what is done about them: each action is one operation at the door, after
/// which they are read again.
public final class HolderModel {
    private static final Words WORDS = Words.of(HolderModel.class);

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Changes changes;
    private final Consumer<String> said;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Optional<QueryHolder.Response>> holder =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Background.Work loading = () -> {};

    /// Keeps a change with the way back.
    @FunctionalInterface
    public interface Changes {
        void did(String what, UndoStack.Change undo, UndoStack.Change redo);
    }

    /// @param changes told of each change that can be taken back
    /// @param said told a sentence about any other
    /// @param changed runs after each change
    public HolderModel(
            Client client,
            Background background,
            String screenSession,
            Changes changes,
            Consumer<String> said,
            Runnable changed) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.changes = changes;
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

    private Holder holder() {
        return holder.get().orElseThrow().holder();
    }

    /// A policy as Keyhold offers it.
    public void attach(QueryHolder.Policy offered) {
        var to = holder();
        act(
                WORDS.get("holder.attached", offered.name(), to.name()),
                put(to, offered.name(), offered.document()),
                delete(to, offered.name()));
    }

    public void detach(QueryHolder.Policy policy) {
        var from = holder();
        act(
                WORDS.get("holder.detached", policy.name(), from.name()),
                delete(from, policy.name()),
                put(from, policy.name(), policy.document()));
    }

    public void removeBoundary() {
        var of = holder();
        String before = holder.get().flatMap(QueryHolder.Response::permissionsBoundary).orElseThrow();
        act(WORDS.get("holder.boundaryRemoved", of.name()), deleteBoundary(of), putBoundary(of, before));
    }

    /// What is over stays over.
    public void endSessions() {
        String name = holder().name();
        problem.set(Optional.empty());
        background.run(
                () -> client.call(new RevokeRoleSessions.Request(name)),
                _ -> {
                    said.accept(WORDS.get("holder.sessionsEnded", name));
                    changed();
                },
                this::failed);
    }

    /// For the editor: a policy of this name.
    PolicyEditorModel editor(PolicyDraft draft) {
        var of = holder();
        return edit(
                draft,
                (name, document) -> put(of, name, document),
                name -> draft.asksForName() ? delete(of, name) : put(of, name, draft.document()),
                name -> WORDS.get("holder.policySaved", name, of.name()));
    }

    PolicyEditorModel boundaryEditor(PolicyDraft draft) {
        var of = holder();
        Optional<String> before = holder.get().flatMap(QueryHolder.Response::permissionsBoundary);
        return edit(
                draft,
                (_, document) -> putBoundary(of, document),
                _ -> before.isPresent() ? putBoundary(of, before.get()) : deleteBoundary(of),
                _ -> WORDS.get("holder.boundarySaved", of.name()));
    }

    PolicyEditorModel trustEditor(PolicyDraft draft) {
        String name = holder().name();
        return edit(
                draft,
                (_, document) -> new UpdateAssumeRolePolicy.Request(document, name),
                _ -> new UpdateAssumeRolePolicy.Request(draft.document(), name),
                _ -> WORDS.get("holder.trustSaved", name));
    }

    private PolicyEditorModel edit(
            PolicyDraft draft,
            BiFunction<String, String, KmsRequest<?>> request,
            Function<String, KmsRequest<?>> back,
            Function<String, String> sentence) {
        return new PolicyEditorModel(
                client,
                background,
                screenSession,
                draft,
                (name, document) -> client.call(request.apply(name, document)),
                (name, document) -> changes.did(
                        sentence.apply(name),
                        () -> client.call(back.apply(name)),
                        () -> client.call(request.apply(name, document))));
    }

    private static KmsRequest<?> put(Holder of, String policyName, String document) {
        return isRole(of)
                ? new PutRolePolicy.Request(document, policyName, of.name())
                : new PutUserPolicy.Request(document, policyName, of.name());
    }

    private static KmsRequest<?> delete(Holder of, String policyName) {
        return isRole(of)
                ? new DeleteRolePolicy.Request(policyName, of.name())
                : new DeleteUserPolicy.Request(policyName, of.name());
    }

    private static KmsRequest<?> putBoundary(Holder of, String document) {
        return isRole(of)
                ? new PutRolePermissionsBoundary.Request(document, of.name())
                : new PutUserPermissionsBoundary.Request(document, of.name());
    }

    private static KmsRequest<?> deleteBoundary(Holder of) {
        return isRole(of)
                ? new DeleteRolePermissionsBoundary.Request(of.name())
                : new DeleteUserPermissionsBoundary.Request(of.name());
    }

    private static boolean isRole(Holder one) {
        return one.kind().equals("role");
    }

    private void act(String what, KmsRequest<?> request, KmsRequest<?> back) {
        problem.set(Optional.empty());
        background.run(
                () -> client.call(request),
                _ -> {
                    changes.did(what, () -> client.call(back), () -> client.call(request));
                    changed();
                },
                this::failed);
    }

    private void failed(Throwable failure) {
        problem.set(Optional.of(Problem.of(failure)));
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
