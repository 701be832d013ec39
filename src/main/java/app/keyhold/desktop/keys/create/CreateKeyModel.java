package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.keys.Contexts;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.keys.KeyWords;
import app.keyhold.desktop.keys.policy.PolicyText;
import app.keyhold.desktop.part.Problem;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A key about to be made. Making it is up to three operations: CreateKey, CreateAlias, EnableKeyRotation; a key that was
/// made stays, and what could not follow is said.
public final class CreateKeyModel {
    private final Client client;
    private final Background background;
    private final String account;
    private final Predicate<String> aliasTaken;
    private final ObjectProperty<Purpose> purpose = new SimpleObjectProperty<>(Purpose.ENCRYPT);
    private final ObjectProperty<KeySpec> spec = new SimpleObjectProperty<>(Purpose.ENCRYPT.usual());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final StringProperty administrators = new SimpleStringProperty("");
    private final StringProperty users = new SimpleStringProperty("");
    private final BooleanProperty rotates = new SimpleBooleanProperty(true);
    private final IntegerProperty period = new SimpleIntegerProperty(Rotation.DEFAULT_PERIOD);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param aliasTaken asked with the whole alias
    public CreateKeyModel(Client client, Background background, String account, Predicate<String> aliasTaken) {
        this.client = client;
        this.background = background;
        this.account = account;
        this.aliasTaken = aliasTaken;
        purpose.subscribe(chosen -> spec.set(chosen.usual()));
    }

    /// What is wrong with the name; empty while it may be used, or left out.
    public StringBinding nameProblem() {
        return Bindings.createStringBinding(() -> problemOf(name.get().strip()), name);
    }

    private String problemOf(String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        String alias = KeyView.withPrefix(typed);
        if (alias.startsWith(Alias.RESERVED_PREFIX)) {
            return "Names that begin with aws/ are the services' own.";
        }
        if (!alias.matches("alias/[a-zA-Z0-9/_-]{1,250}")) {
            return "Letters, digits, / _ and - only.";
        }
        return aliasTaken.test(alias) ? "Another key has this name." : "";
    }

    public boolean canRotate() {
        return spec.get().isSymmetric();
    }

    /// Everything that will be made, a sentence each.
    public List<String> review() {
        String named = name.get().isBlank() ? "No name; it is found by its id" : KeyView.withPrefix(name.get().strip());
        String rotation = canRotate() && rotates.get()
                ? "Rotates " + KeyWords.period(period.get()) + "; data encrypted before still opens"
                : canRotate() ? "Rotates only when you say so" : "This kind of key does not rotate";
        return List.of(
                named,
                KeyWords.spec(spec.get()) + " (" + spec.get() + "), " + KeyWords.usage(purpose.get().usage()).toLowerCase(java.util.Locale.ROOT),
                rotation,
                who());
    }

    private String who() {
        if (names(administrators).isEmpty() && names(users).isEmpty()) {
            return "The account's own policies decide who may use it";
        }
        return "Administrators: " + orNobody(names(administrators)) + ". Users: " + orNobody(names(users));
    }

    private static String orNobody(List<String> names) {
        return names.isEmpty() ? "only the owner" : String.join(", ", names);
    }

    /// The policy it gets.
    public String policy() {
        return PolicyText.forUsers(account, names(administrators), names(users));
    }

    /// @param made told the key's id once it exists, with what could not follow
    public void create(Consumer<Made> made) {
        CreateKey.Request request;
        try {
            request = request();
        } catch (IllegalArgumentException e) {
            problem.set(Optional.of(new Problem(String.valueOf(e.getMessage()), "Nothing was made.")));
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        background.run(
                () -> make(request),
                done -> {
                    busy.set(false);
                    made.accept(done);
                },
                failure -> {
                    busy.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    /// @param unfinished what was refused after the key was made
    public record Made(String keyId, Optional<Problem> unfinished) {}

    private Made make(CreateKey.Request request) {
        String keyId = client.call(request).keyMetadata().keyId();
        try {
            if (!name.get().isBlank()) {
                client.call(new CreateAlias.Request(KeyView.withPrefix(name.get().strip()), keyId));
            }
            if (canRotate() && rotates.get()) {
                client.call(EnableKeyRotation.Request.of(keyId, period.get()));
            }
            return new Made(keyId, Optional.empty());
        } catch (app.keyhold.kms.KmsException refused) {
            Problem cause = Problem.of(refused);
            return new Made(keyId, Optional.of(new Problem("The key was made, but: " + cause.what(), "It can be finished in its pane.")));
        }
    }

    private CreateKey.Request request() {
        boolean ownPolicy = !names(administrators).isEmpty() || !names(users).isEmpty();
        return new CreateKey.Request(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(description.get()).filter(text -> !text.isBlank()),
                Optional.of(spec.get().name()),
                Optional.of(purpose.get().usage().name()),
                Optional.empty(),
                Optional.empty(),
                ownPolicy ? Optional.of(policy()) : Optional.empty(),
                Contexts.parse(tags.get()).entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList(),
                Optional.empty());
    }

    private static List<String> names(StringProperty typed) {
        return Arrays.stream(typed.get().split("[,\\s]+")).filter(one -> !one.isBlank()).toList();
    }

    public ObjectProperty<Purpose> purposeProperty() {
        return purpose;
    }

    public ObjectProperty<KeySpec> specProperty() {
        return spec;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty descriptionProperty() {
        return description;
    }

    public StringProperty tagsProperty() {
        return tags;
    }

    public StringProperty administratorsProperty() {
        return administrators;
    }

    public StringProperty usersProperty() {
        return users;
    }

    public BooleanProperty rotatesProperty() {
        return rotates;
    }

    public IntegerProperty periodProperty() {
        return period;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
