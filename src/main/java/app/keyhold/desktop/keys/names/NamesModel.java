package app.keyhold.desktop.keys.names;

import app.keyhold.desktop.keys.KeyModel;
import app.keyhold.desktop.keys.KeyView;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.tag.TagResource;
import app.keyhold.kms.operation.tag.UntagResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Changes to what a key is called and marked with, each with its way back.
public final class NamesModel {
    private static final Words WORDS = Words.of(NamesModel.class);

    private final KeyModel door;
    private final Predicate<String> aliasTaken;

    /// @param aliasTaken asked with the whole alias
    public NamesModel(KeyModel door, Predicate<String> aliasTaken) {
        this.door = door;
        this.aliasTaken = aliasTaken;
    }

    /// What is wrong with a typed alias; empty also while nothing is typed.
    public Optional<String> aliasProblem(String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        String alias = KeyView.withPrefix(typed.strip());
        if (!alias.matches("alias/[a-zA-Z0-9/_-]{1,250}")) {
            return Optional.of(WORDS.get("alias.letters"));
        }
        return aliasTaken.test(alias) ? Optional.of(WORDS.get("alias.taken")) : Optional.empty();
    }

    /// @param typed with or without its prefix
    public void addAlias(KeyView key, String typed) {
        String alias = KeyView.withPrefix(typed.strip());
        door.actUndoably(
                List.of(new CreateAlias.Request(alias, key.id())), List.of(new DeleteAlias.Request(alias)), WORDS.get("alias.added", alias));
    }

    List<KmsRequest<?>> removal(String alias) {
        return List.of(new DeleteAlias.Request(alias));
    }

    public void removeAlias(KeyView key, String alias) {
        door.actUndoably(removal(alias), List.of(new CreateAlias.Request(alias, key.id())), WORDS.get("alias.removed", alias));
    }

    /// A name moves by making the new one before the old one goes, so that the key is never without.
    List<KmsRequest<?>> renaming(KeyView key, String old, String typed) {
        return List.of(new CreateAlias.Request(KeyView.withPrefix(typed.strip()), key.id()), new DeleteAlias.Request(old));
    }

    public void rename(KeyView key, String old, String typed) {
        String now = KeyView.withPrefix(typed.strip());
        door.actUndoably(renaming(key, old, typed), renaming(key, now, old), WORDS.get("alias.renamed", old, now));
    }

    /// Sets a tag, whether the key has it or not.
    public void setTag(KeyView key, Tag tag) {
        Optional<Tag> before = key.key().tags().stream().filter(one -> one.tagKey().equals(tag.tagKey())).findFirst();
        if (before.equals(Optional.of(tag))) {
            return;
        }
        KmsRequest<?> back = before.<KmsRequest<?>>map(old -> new TagResource.Request(key.id(), List.of(old)))
                .orElseGet(() -> new UntagResource.Request(key.id(), List.of(tag.tagKey())));
        door.actUndoably(
                List.of(new TagResource.Request(key.id(), List.of(tag))), List.of(back), WORDS.get("tag.set", tag.tagKey()));
    }

    public void removeTag(KeyView key, Tag tag) {
        door.actUndoably(
                List.of(new UntagResource.Request(key.id(), List.of(tag.tagKey()))),
                List.of(new TagResource.Request(key.id(), List.of(tag))),
                WORDS.get("tag.removed", tag.tagKey()));
    }

    public void describe(KeyView key, String description) {
        String before = key.metadata().description();
        if (!before.equals(description)) {
            door.actUndoably(
                    List.of(new UpdateKeyDescription.Request(description, key.id())),
                    List.of(new UpdateKeyDescription.Request(before, key.id())),
                    WORDS.get("description.saved"));
        }
    }
}
