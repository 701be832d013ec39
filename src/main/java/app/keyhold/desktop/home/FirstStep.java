package app.keyhold.desktop.home;

import app.keyhold.desktop.part.Words;
import app.keyhold.desktop.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What whoever has a new vault does first, so that it can't be lost and is of use.
enum FirstStep {
    RECOVERY_SHEET(Optional.of(Setting.RECOVERY_SHEET)),
    BACKUP(Optional.of(Setting.BACKUPS)),
    FIRST_FILE(Optional.empty()),
    AUTO_LOCK(Optional.of(Setting.LOCK_MINUTES));

    private static final Words WORDS = Words.of(FirstStep.class);

    private final Optional<Setting> setting;

    FirstStep(Optional<Setting> setting) {
        this.setting = setting;
    }

    /// Where it is done; empty for what is done among the files.
    Optional<Setting> setting() {
        return setting;
    }

    String title() {
        return texts().getFirst();
    }

    String why() {
        return texts().get(1);
    }

    String verb() {
        return texts().getLast();
    }

    /// Title, reason and verb stand in one text, bars between.
    private List<String> texts() {
        return Arrays.stream(WORDS.get(this).split("\\|")).map(String::strip).toList();
    }
}
