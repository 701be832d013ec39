package app.keyhold.kms;

import app.keyhold.iam.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Which screens have been recorded already: one row for a person, a query and an open screen. Forgets the oldest when
/// there are too many, which costs a row more.
final class ScreenSessions {
    private static final int MOST_REMEMBERED = 4_096;

    private final Set<Screen> recorded = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Screen, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }));

    boolean isRecorded(Caller caller, String operation, String session) {
        return recorded.contains(screen(caller, operation, session));
    }

    void record(Caller caller, String operation, String session) {
        recorded.add(screen(caller, operation, session));
    }

    private static Screen screen(Caller caller, String operation, String session) {
        return new Screen(caller.toString(), operation, session);
    }

    private record Screen(String caller, String operation, String session) {}
}
