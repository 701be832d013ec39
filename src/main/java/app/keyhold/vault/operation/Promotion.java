package app.keyhold.vault.operation;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.vault.header.Header;
import java.util.Optional;

/// A change of homes between the row that announces it and the header that says so. While it is under way the Region writes
/// no principals; if it is cut short before its header is in place, it never was.
public final class Promotion {
    private static final String SETTING = "vault.promoting";

    private Promotion() {}

    public static boolean isUnderWay(View view) {
        return view.setting(SETTING).filter(text -> !text.isEmpty()).isPresent();
    }

    /// @param announced the header in which another Region is the home
    /// @param lost the Region whose place this one takes; empty if nobody's is taken
    static void begin(UnitOfWork work, Header announced, Optional<String> lost) {
        work.putSetting(SETTING, announced.homeEpoch() + " " + lost.orElse(""));
    }

    /// Where another header came first.
    public static void forget(UnitOfWork work) {
        if (isUnderWay(work)) {
            work.putSetting(SETTING, "");
        }
    }

    /// @param header in place
    /// @return whose place this Region has taken, if the change of homes happened
    static Optional<String> end(UnitOfWork work, Header header) {
        var begun = work.setting(SETTING).orElse("");
        forget(work);
        int middle = begun.indexOf(' ');
        return Optional.of(begun.substring(middle + 1))
                .filter(lost -> !lost.isEmpty()
                        && header.homeRegion().equals(work.region())
                        && begun.startsWith(header.homeEpoch() + " "));
    }
}
