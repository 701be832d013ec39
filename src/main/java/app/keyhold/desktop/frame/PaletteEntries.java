package app.keyhold.desktop.frame;

import app.keyhold.desktop.frame.PaletteRow.Entry;
import app.keyhold.desktop.frame.PaletteRow.Kind;
import app.keyhold.desktop.help.HelpTopic;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the palette finds, from where it is known.
final class PaletteEntries {
    private final Navigator navigator;
    private final FrameCommands frame;
    private final Consumer<HelpTopic> help;

    /// @param help opens a page of help
    PaletteEntries(Navigator navigator, FrameCommands frame, Consumer<HelpTopic> help) {
        this.navigator = navigator;
        this.frame = frame;
        this.help = help;
    }

    /// What needs no other screen: actions here and everywhere, places, help.
    List<Entry> atOnce() {
        var entries = new ArrayList<Entry>();
        var names = new HashSet<String>();
        navigator.currentScreen().commands().stream()
                .filter(command -> names.add(command.name()))
                .map(command -> entry(Kind.HERE, command, ""))
                .forEach(entries::add);
        frame.actions().stream()
                .filter(command -> names.add(command.name()))
                .map(command -> entry(Kind.ACTION, command, ""))
                .forEach(entries::add);
        frame.places().stream().map(command -> entry(Kind.PLACE, command, "")).forEach(entries::add);
        Arrays.stream(HelpTopic.values()).map(this::entry).forEach(entries::add);
        return entries;
    }

    /// What another screen can do; it is made for that, so ask for one at a time. The settings tell what can be set, too.
    List<Entry> of(Place place) {
        var screen = navigator.screen(place);
        var entries = new ArrayList<Entry>();
        if (place != navigator.currentProperty().get()) {
            screen.commands().stream().map(command -> there(place, command)).forEach(entries::add);
        }
        screen.settings().stream().map(setting -> entry(place, setting)).forEach(entries::add);
        return entries;
    }

    /// Any thread.
    List<Entry> of(List<KeyRow> keys) {
        return keys.stream().map(this::entry).toList();
    }

    private static Entry entry(Kind kind, Command command, String detail) {
        return new Entry(
                kind,
                command.name(),
                detail,
                command.keys(),
                command.hindrance().get(),
                SearchTerms.of(command.name(), detail),
                command.action());
    }

    /// Goes there first: what the screen can do may be another thing once it is in view.
    private Entry there(Place place, Command command) {
        Runnable goThenDo = () -> {
            navigator.go(place);
            navigator.screen(place).commands().stream()
                    .filter(same -> same.name().equals(command.name()))
                    .findFirst()
                    .ifPresent(frame::perform);
        };
        return new Entry(
                Kind.ACTION,
                command.name(),
                place.title(),
                command.keys(),
                Optional.empty(),
                SearchTerms.of(command.name(), place.title()),
                goThenDo);
    }

    private Entry entry(Place place, Setting setting) {
        return new Entry(
                Kind.SETTING,
                setting.name(),
                setting.section(),
                Optional.empty(),
                Optional.empty(),
                SearchTerms.of(setting.name(), setting.section() + " " + setting.words()),
                () -> navigator.open(place, setting.id()));
    }

    private Entry entry(HelpTopic topic) {
        return new Entry(
                Kind.HELP,
                topic.title(),
                "",
                Optional.empty(),
                Optional.empty(),
                SearchTerms.of(topic.title(), topic.otherWords()),
                () -> help.accept(topic));
    }

    private Entry entry(KeyRow key) {
        String name = key.aliases().isEmpty() ? key.keyId() : String.join(", ", key.aliases());
        String tags = key.tags().stream().map(Tag::tagValue).collect(Collectors.joining(" "));
        return new Entry(
                Kind.KEY,
                name,
                key.aliases().isEmpty() ? key.description() : key.keyId(),
                Optional.empty(),
                Optional.empty(),
                SearchTerms.of(bare(name), key.description() + " " + tags, key.keyId(), key.arn(), name),
                () -> navigator.open(Place.KEYS, key.keyId()));
    }

    /// Every alias begins with the same word, which would make each found by it.
    private static String bare(String aliases) {
        return aliases.replace("alias/", "");
    }
}
