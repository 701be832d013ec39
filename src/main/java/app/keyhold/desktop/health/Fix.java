package app.keyhold.desktop.health;

import app.keyhold.vault.operation.CheckVault;

/// What a button can do about a finding: by itself, or by showing where it is done.
enum Fix {
    NONE,
    PERMISSIONS,
    RECOVERY_SHEET,
    TEST_RECOVERY_SHEET,
    BACKUP,
    RECALIBRATE,
    REGIONS,
    FILES;

    static Fix of(CheckVault.Remedy remedy) {
        return switch (remedy) {
            case NONE -> NONE;
            case PERMISSIONS -> PERMISSIONS;
            case RECOVERY_SHEET -> RECOVERY_SHEET;
            case TEST_RECOVERY_SHEET -> TEST_RECOVERY_SHEET;
            case BACKUP -> BACKUP;
            case REGIONS -> REGIONS;
        };
    }
}
