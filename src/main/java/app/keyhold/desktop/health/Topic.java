package app.keyhold.desktop.health;

import app.keyhold.vault.operation.CheckVault;

/// What there is to look at, in the order of the list.
enum Topic {
    DATABASE,
    CHAIN,
    ROWS,
    MATERIALS,
    ALIASES,
    POLICIES,
    BACKUPS,
    KEYSLOTS,
    UNLOCK,
    FOLDER,
    CLOCK,
    REGIONS,
    LOCK_SIGNALS,
    UNFINISHED;

    static Topic of(CheckVault.Kind kind) {
        return switch (kind) {
            case FOLDER -> FOLDER;
            case DATABASE -> DATABASE;
            case CHAIN -> CHAIN;
            case ROWS -> ROWS;
            case MATERIALS -> MATERIALS;
            case ALIASES -> ALIASES;
            case POLICIES -> POLICIES;
            case CLOCK -> CLOCK;
            case KEYSLOTS -> KEYSLOTS;
            case REGIONS -> REGIONS;
            case BACKUPS -> BACKUPS;
        };
    }
}
