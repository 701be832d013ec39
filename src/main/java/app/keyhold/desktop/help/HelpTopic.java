package app.keyhold.desktop.help;

import app.keyhold.desktop.part.Words;
import java.util.List;

/// What there is help about. The title is the question; the text is in paragraphs.
public enum HelpTopic {
    FIRST_STEPS("firstSteps.text", "firstSteps.words"),
    KEYS("keys.text", "keys.words"),
    KEY_POLICY("policy.text", "policy.words"),
    GRANT("grant.text", "grant.words"),
    ACCESS("access.text", "access.words"),
    FILES("files.text", "files.words"),
    ENVELOPE("envelope.text", "envelope.words"),
    CONTEXT("context.text", "context.words"),
    ROTATION("rotation.text", "rotation.words"),
    DELETION("deletion.text", "deletion.words"),
    CHAIN("chain.text", "chain.words"),
    CHECKPOINT("checkpoint.text", "checkpoint.words"),
    LOST_PASSPHRASE("lost.text", "lost.words"),
    BACKUP("backup.text", "backup.words"),
    LOCKING("locking.text", "locking.words"),
    REGIONS("regions.text", "regions.words"),
    HEALTH("health.text", "health.words"),
    COST("cost.text", "cost.words");

    private static final Words WORDS = Words.of(HelpTopic.class);

    private final String text;
    private final String words;

    HelpTopic(String text, String words) {
        this.text = text;
        this.words = words;
    }

    public String title() {
        return WORDS.get(this);
    }

    /// What somebody may call it who does not know its name.
    public String otherWords() {
        return WORDS.get(words);
    }

    List<String> paragraphs() {
        return List.of(WORDS.get(text).split("\n\n"));
    }

    /// What to read next.
    List<HelpTopic> related() {
        return switch (this) {
            case FIRST_STEPS -> List.of(FILES, KEYS, LOST_PASSPHRASE);
            case KEYS -> List.of(KEY_POLICY, ROTATION, DELETION);
            case KEY_POLICY -> List.of(GRANT, ACCESS);
            case GRANT, ACCESS -> List.of(KEY_POLICY, CONTEXT);
            case FILES -> List.of(ENVELOPE, CONTEXT, ROTATION);
            case ENVELOPE -> List.of(FILES, ROTATION);
            case CONTEXT -> List.of(KEY_POLICY, CHAIN);
            case ROTATION -> List.of(ENVELOPE, DELETION);
            case DELETION -> List.of(KEYS, BACKUP);
            case CHAIN -> List.of(CHECKPOINT);
            case CHECKPOINT -> List.of(CHAIN, BACKUP);
            case LOST_PASSPHRASE -> List.of(BACKUP, LOCKING);
            case BACKUP -> List.of(LOST_PASSPHRASE, CHECKPOINT);
            case LOCKING -> List.of(LOST_PASSPHRASE);
            case REGIONS -> List.of(KEYS, BACKUP);
            case HEALTH -> List.of(BACKUP, CHAIN);
            case COST -> List.of(KEYS, REGIONS);
        };
    }
}
