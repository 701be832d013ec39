package app.keyhold.vault.operation;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;

/// Who is being let in: a user between the row that makes them, disabled, and the header that holds their keyslot.
final class Admission {
    private static final String SETTING = "vault.admitting";

    private Admission() {}

    /// The principal's ARN, empty for nobody.
    static String of(View view) {
        return view.setting(SETTING).orElse("");
    }

    static void begin(UnitOfWork work, String arn) {
        work.putSetting(SETTING, arn);
    }

    static void end(UnitOfWork work) {
        work.putSetting(SETTING, "");
    }
}
