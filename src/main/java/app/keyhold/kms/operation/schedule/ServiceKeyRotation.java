package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.Rotation;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// How often the services' own keys rotate: a setting of the vault, which has two values and none for never.
public final class ServiceKeyRotation {
    /// Decision 5: every three years; a year, as AWS has it today, is offered.
    public static final int DEFAULT_DAYS = 1_095;
    public static final List<Integer> CHOICES = List.of(DEFAULT_DAYS, 365);

    public static final String SETTING = "service-key-rotation-days";
    private static final int PAGE = 100;

    private ServiceKeyRotation() {}

    public static int days(View view) {
        return view.setting(SETTING).map(Integer::parseInt).orElse(DEFAULT_DAYS);
    }

    /// Also moves the next rotation of the keys that are there: counted from their newest material, so that a shorter
    /// period may make one due at once.
    ///
    /// @param days one of [#CHOICES]
    public static void change(UnitOfWork work, int days) {
        work.putSetting(SETTING, String.valueOf(days));
        String after = Alias.RESERVED_PREFIX;
        List<Alias> found;
        do {
            found = work.aliases(after, PAGE).stream()
                    .filter(alias -> alias.name().startsWith(Alias.RESERVED_PREFIX))
                    .toList();
            for (Alias alias : found) {
                work.key(alias.targetKeyId())
                        .filter(key -> key.manager() == KeyManager.AWS)
                        .ifPresent(key -> work.put(key.withRotation(rotation(key, days))));
                after = alias.name();
            }
        } while (found.size() == PAGE);
    }

    private static Rotation rotation(Key key, int days) {
        var next = key.currentMaterial().created().plus(days, ChronoUnit.DAYS);
        return new Rotation(Optional.of(next), days, key.rotation().onDemandCount());
    }
}
