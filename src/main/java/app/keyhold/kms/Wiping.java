package app.keyhold.kms;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.shape.RecordMembers;
import java.util.Optional;

/// Wipes what an answer holds when nobody will get it.
final class Wiping {
    private Wiping() {}

    static void wipe(Object answer) {
        switch (answer) {
            case SecretBytes secret -> secret.close();
            case Optional<?> optional -> optional.ifPresent(Wiping::wipe);
            case Iterable<?> several -> several.forEach(Wiping::wipe);
            case Record record ->
                RecordMembers.of(record.getClass()).forEach(member -> wipe(Optional.ofNullable(member.of(record))));
            default -> {}
        }
    }

    static void wipe(Prepared<?> prepared) {
        if (prepared instanceof Prepared.Answer<?>(var response)) {
            wipe((Object) response);
        }
    }
}
