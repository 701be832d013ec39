package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.access.Parties;
import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.keys.Contexts;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Problem;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores;
import app.keyhold.vault.operation.ListRegions;
import java.util.ArrayList;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/// A key about to be made. A key that was made stays, and what could not follow is said.
public final class CreateKeyModel {
    private static final Words WORDS = Words.of(CreateKeyModel.class);

    private final Client client;
    private final Background background;
    private final String account;
    private final Predicate<String> aliasTaken;
    private final People people;
    private final ObjectProperty<Purpose> purpose = new SimpleObjectProperty<>(Purpose.ENCRYPT);
    private final ObjectProperty<KeySpec> spec = new SimpleObjectProperty<>(Purpose.ENCRYPT.usual());
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.HERE);
    private final ObservableList<Source> sources = FXCollections.observableArrayList(Source.HERE, Source.IMPORT);
    private final ObservableList<Source> readOnlySources = FXCollections.unmodifiableObservableList(sources);
    private final StringProperty externalKey = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final BooleanProperty deletable = new SimpleBooleanProperty(true);
    private final BooleanProperty rotates = new SimpleBooleanProperty(true);
    private final IntegerProperty period = new SimpleIntegerProperty(Rotation.DEFAULT_PERIOD);
    private final BooleanProperty multiRegion = new SimpleBooleanProperty();
    private final ObservableList<String> otherRegions = FXCollections.observableArrayList();
    private final ObservableList<String> readOnlyOtherRegions = FXCollections.unmodifiableObservableList(otherRegions);
    private final ObservableSet<String> replicas = FXCollections.observableSet();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param aliasTaken asked with the whole alias
    public CreateKeyModel(Client client, Background background, String account, Predicate<String> aliasTaken) {
        this.client = client;
        this.background = background;
        this.account = account;
        this.aliasTaken = aliasTaken;
        this.people = new People(account);
        purpose.subscribe(chosen -> {
            spec.set(chosen.usual());
            source.set(chosen.usualSource());
        });
    }

    /// Looks for what there is to choose from: people, Regions, key stores. Whoever may not know them goes without.
    ///
    /// @param region the Region of this vault that the key will be in
    public void look(String screenSession, String region) {
        new Parties(client, background, screenSession).load(people::offer);
        background.run(
                () -> client.call(new ListRegions.Request()).regions().stream()
                        .map(ListRegions.Region::region)
                        .filter(one -> !one.equals(region))
                        .toList(),
                otherRegions::setAll,
                _ -> otherRegions.clear());
        background.run(
                () -> client.call(DescribeCustomKeyStores.Request.all()).customKeyStores().stream().map(Source::of).toList(),
                sources::addAll,
                _ -> {});
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
            return WORDS.get("name.reserved");
        }
        if (!alias.matches("alias/[a-zA-Z0-9/_-]{1,250}")) {
            return WORDS.get("name.letters");
        }
        return aliasTaken.test(alias) ? WORDS.get("name.taken") : "";
    }

    /// What is wrong with the tags; empty if nothing is.
    public StringBinding tagsProblem() {
        return Bindings.createStringBinding(
                () -> {
                    try {
                        Contexts.parse(tags.get());
                        return "";
                    } catch (IllegalArgumentException e) {
                        return String.valueOf(e.getMessage());
                    }
                },
                tags);
    }

    /// By date, that is; whatever is in a key store has one material for life, and imported material is replaced by hand.
    public boolean canRotate() {
        return spec.get().isSymmetric() && source.get().origin() == KeyOrigin.AWS_KMS;
    }

    public boolean canBeMultiRegion() {
        return !source.get().isInStore();
    }

    /// Why the source does not go with the spec, or lacks something.
    public Optional<String> sourceProblem() {
        if (!source.get().fits(spec.get())) {
            return Optional.of(WORDS.get(source.get().isInStore() ? "source.onlySymmetric" : "source.notImportable"));
        }
        return source.get().needsExternalKey() && externalKey.get().isBlank()
                ? Optional.of(WORDS.get("source.needsKey"))
                : Optional.empty();
    }

    /// @throws IllegalArgumentException if the tags can't be read, in words for the person
    KeyDraft draft() {
        return new KeyDraft(
                account,
                purpose.get(),
                spec.get(),
                source.get(),
                Optional.of(externalKey.get().strip()).filter(id -> source.get().needsExternalKey() && !id.isEmpty()),
                Optional.of(name.get().strip()).filter(typed -> !typed.isEmpty()).map(KeyView::withPrefix),
                description.get(),
                Contexts.parse(tags.get()).entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList(),
                people.administratorArns(),
                people.userArns(),
                deletable.get(),
                Optional.of(period.get()).filter(_ -> canRotate() && rotates.get()),
                canBeMultiRegion() && multiRegion.get(),
                canBeMultiRegion() && multiRegion.get() ? replicas.stream().sorted().toList() : List.of());
    }

    /// Everything that will be made, a sentence each.
    public List<String> review() {
        return DraftWords.review(draft());
    }

    /// The policy it gets.
    public String policy() {
        return draft().policy();
    }

    /// @param keyId once it exists
    /// @param waitsForMaterial until somebody imports it
    /// @param unfinished what was refused after the key was made
    public record Made(String keyId, boolean waitsForMaterial, Optional<Problem> unfinished) {}

    /// @param made told the key's id once it exists, with what could not follow
    public void create(Consumer<Made> made) {
        KeyDraft draft;
        try {
            draft = draft();
        } catch (IllegalArgumentException e) {
            problem.set(Optional.of(new Problem(String.valueOf(e.getMessage()), WORDS.get("made.nothing"))));
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        background.run(
                () -> make(draft),
                done -> {
                    busy.set(false);
                    made.accept(done);
                },
                failure -> {
                    busy.set(false);
                    problem.set(Optional.of(Problem.of(failure)));
                });
    }

    private Made make(KeyDraft draft) {
        String keyId = client.call(draft.creation()).keyMetadata().keyId();
        List<String> refused = new ArrayList<>();
        for (KmsRequest<?> request : draft.rest(keyId)) {
            try {
                client.call(request);
            } catch (KmsException why) {
                refused.add(Problem.of(why).what());
            }
        }
        return new Made(
                keyId,
                draft.waitsForMaterial(),
                refused.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Problem(WORDS.get("made.but", String.join(" ", refused)), WORDS.get("made.finish"))));
    }

    public ObjectProperty<Purpose> purposeProperty() {
        return purpose;
    }

    public ObjectProperty<KeySpec> specProperty() {
        return spec;
    }

    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    public ObservableList<Source> sources() {
        return readOnlySources;
    }

    /// The name of the key behind an external key store's proxy.
    public StringProperty externalKeyProperty() {
        return externalKey;
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

    public People people() {
        return people;
    }

    public BooleanProperty deletableProperty() {
        return deletable;
    }

    public BooleanProperty rotatesProperty() {
        return rotates;
    }

    public IntegerProperty periodProperty() {
        return period;
    }

    public BooleanProperty multiRegionProperty() {
        return multiRegion;
    }

    /// The vault's Regions but this one.
    public ObservableList<String> otherRegions() {
        return readOnlyOtherRegions;
    }

    /// Those of them that get a replica at once.
    public ObservableSet<String> replicas() {
        return replicas;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
