package app.keyhold.kms.file;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;

/// Whether the vault remembers where encrypted files were written: a setting of the vault. Off at first: a list of names
/// is more than the key needs, and whoever opens the vault reads it.
public final class RememberedPaths {
    public static final String SETTING = "remember-paths";

    private RememberedPaths() {}

    public static boolean wanted(View view) {
        return view.setting(SETTING).map(Boolean::parseBoolean).orElse(false);
    }

    /// From now on; what is remembered already stays.
    public static void change(UnitOfWork work, boolean wanted) {
        work.putSetting(SETTING, String.valueOf(wanted));
    }
}
