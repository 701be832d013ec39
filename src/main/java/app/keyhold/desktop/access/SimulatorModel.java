package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy;
import app.keyhold.kms.operation.screen.ExplainAccess;
import app.keyhold.kms.operation.screen.ExplainAccess.Verdict;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A question to the policies while it is being put together, and the answer to the last one. Asking does nothing to
/// anybody, but stands in the audit.
public final class SimulatorModel {
    /// Those that people ask about; others can be typed.
    static final List<String> ACTIONS = List.of(
            "kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:Sign", // not words
            "kms:Verify", "kms:GenerateMac", "kms:VerifyMac", "kms:DeriveSharedSecret", "kms:Encapsulate", // not words
            "kms:Decapsulate", "kms:DescribeKey", "kms:GetPublicKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy", // not words
            "kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant", "kms:EnableKey", "kms:DisableKey", // not words
            "kms:RotateKeyOnDemand", "kms:EnableKeyRotation", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion", // not words
            "kms:TagResource", "kms:CreateKey", "kms:ListKeys", "sts:AssumeRole"); // not words

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Parties everybody;
    private final ObservableList<Party> parties = FXCollections.observableArrayList();
    private final ObservableList<Party> readOnlyParties = FXCollections.unmodifiableObservableList(parties);
    private final ObservableList<Subject> subjects = FXCollections.observableArrayList(Subject.nothing());
    private final ObservableList<Subject> readOnlySubjects = FXCollections.unmodifiableObservableList(subjects);
    private final ObservableList<Fact> facts = FXCollections.observableArrayList();
    private final ObservableList<Fact> readOnlyFacts = FXCollections.unmodifiableObservableList(facts);
    private final ObjectProperty<Optional<Party>> party = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty action = new SimpleStringProperty("kms:Decrypt"); // not words
    private final ObjectProperty<Optional<Subject>> subject = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty everybodyAtOnce = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<WhoCan>> whoCan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SimulatorModel(Client client, Background background, String screenSession) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.everybody = new Parties(client, background, screenSession);
    }

    /// Who and what there is to ask about. What was chosen stays chosen.
    public void refresh() {
        everybody.load(found -> {
            parties.setAll(found);
            background.run(
                    () -> client.call(new QueryKeys.Request(screenSession)).keys().stream().map(Subject::of).toList(),
                    keys -> offer(keys, found),
                    _ -> offer(List.of(), found));
        });
    }

    private void offer(List<Subject> keys, List<Party> found) {
        Optional<Subject> chosen = subject.get();
        List<Subject> all = new ArrayList<>(keys);
        found.stream().filter(Party::isRole).map(Subject::of).forEach(all::add);
        all.add(Subject.nothing());
        subjects.setAll(all);
        subject.set(chosen.filter(all::contains).or(() -> Optional.of(all.getFirst())));
    }

    public boolean isReady() {
        boolean somebody = everybodyAtOnce.get()
                ? subject.get().filter(Subject::isKey).isPresent()
                : party.get().isPresent() && subject.get().isPresent();
        return somebody && !action.get().isBlank();
    }

    public void ask() {
        if (!isReady()) {
            return;
        }
        problem.set(Optional.empty());
        if (everybodyAtOnce.get()) {
            whoCan.set(Optional.empty());
            answer.set(Optional.empty());
            askAboutEverybody(subject.get().orElseThrow());
            return;
        }
        whoCan.set(Optional.empty());
        Party who = party.get().orElseThrow();
        Subject what = subject.get().orElseThrow();
        var request = new SimulatePrincipalPolicy.Request(
                List.of(fullAction()), Fact.entries(facts), who.arn(), List.of(what.arn()));
        background.run(
                () -> client.call(request),
                response -> answer.set(Optional.of(
                        new Answer(who.name(), what, response.evaluationResults().getFirst()))),
                failure -> {
                    answer.set(Optional.empty());
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    private void askAboutEverybody(Subject key) {
        String asked = fullAction();
        var request = ExplainAccess.Request.whoCan(screenSession, key.arn(), asked, Fact.entries(facts));
        background.run(
                () -> client.call(request).verdicts(),
                verdicts -> whoCan.set(Optional.of(new WhoCan(key, asked, verdicts))),
                failure -> problem.set(Optional.of(Problem.of(failure))));
    }

    /// Everybody's answers to one question; whoever is allowed comes first.
    public record WhoCan(Subject key, String action, List<Verdict> verdicts) {
        long allowed() {
            return verdicts.stream().filter(verdict -> verdict.decision().equals("allowed")).count();
        }
    }

    /// `Decrypt` for short.
    private String fullAction() {
        String typed = action.get().strip();
        return typed.contains(":") ? typed : "kms:" + typed;
    }

    void addFact(String name) {
        if (name.isEmpty() || facts.stream().noneMatch(fact -> fact.nameProperty().get().equals(name))) {
            facts.add(new Fact(name));
        }
    }

    void removeFact(Fact fact) {
        facts.remove(fact);
    }

    public ObservableList<Party> parties() {
        return readOnlyParties;
    }

    public ObservableList<Subject> subjects() {
        return readOnlySubjects;
    }

    ObservableList<Fact> facts() {
        return readOnlyFacts;
    }

    public ObjectProperty<Optional<Party>> partyProperty() {
        return party;
    }

    public StringProperty actionProperty() {
        return action;
    }

    public ObjectProperty<Optional<Subject>> subjectProperty() {
        return subject;
    }

    /// Whether the question is who can, instead of whether somebody may.
    public BooleanProperty everybodyProperty() {
        return everybodyAtOnce;
    }

    public ReadOnlyObjectProperty<Optional<WhoCan>> whoCanProperty() {
        return whoCan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
