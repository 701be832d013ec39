package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.Detail;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.SharedRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a Region did as the home after the present home had last heard of it. Nobody can tell whether it still ought to
/// be: it is not in force, and stands here until a person has decided. The Region keeps the numbers of its rows.
public final class LaterWrites {
    private static final String SETTING = "vault.later-writes";
    private static final int MOST = 1000;
    /// These are the vault's own steps; what they belong to has a row of its own.
    private static final Set<String> STEPS = Set.of(
            "CreateVault",
            "CreateRegion",
            "RestoreVault",
            "SettleHeader",
            "AdoptHeader",
            "AdoptPrincipals",
            "RaiseGeneration",
            "FinishRekey");
    private static final Set<String> ROTATIONS = Set.of("RotateKey", "RotateKeyOnDemand");
    private static final List<String> SUBJECTS = List.of("userName", "roleName", "region", "policyName");

    private LaterWrites() {}

    /// @param row its number in the Region's chain
    /// @param by who did it
    /// @param about users, roles, Regions, keys
    public record Write(long row, Instant time, String event, String by, List<String> about) {}

    /// @param former the Region that was the home
    /// @param home the one that is
    /// @return numbers of rows
    public static List<Long> find(View former, View home) {
        List<Long> found = new ArrayList<>();
        former.audit().scan(Provenance.of(home).row(former.region()) + 1, row -> {
            if (found.size() < MOST && concernsOthers(row.event(), former, home)) {
                found.add(row.number());
            }
        });
        return found;
    }

    /// Beside what waits for a decision already.
    public static void leave(UnitOfWork work, List<Long> rows) {
        put(work, Stream.concat(rows(work), rows.stream()).distinct().sorted());
    }

    public static List<Write> of(View view) {
        return rows(view).flatMap(number -> view.audit().row(number).stream()).map(LaterWrites::write).toList();
    }

    /// @return how many there were
    static int settle(UnitOfWork work) {
        int waiting = Math.toIntExact(rows(work).count());
        put(work, Stream.empty());
        return waiting;
    }

    private static void put(UnitOfWork work, Stream<Long> rows) {
        work.putSetting(SETTING, rows.map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static Stream<Long> rows(View view) {
        return Arrays.stream(view.setting(SETTING).orElse("").split(" "))
                .filter(part -> !part.isEmpty())
                .map(Long::valueOf);
    }

    private static boolean concernsOthers(AuditEvent event, View former, View home) {
        if (STEPS.contains(event.name())) {
            return false;
        }
        return event.changes().stream().anyMatch(change -> SharedRows.isShared(change) || HeaderMemory.isOf(change))
                || ROTATIONS.contains(event.name()) && rotatedUnseen(event, former, home);
    }

    /// The material itself is not lost: it is united with that of the key's relatives.
    private static boolean rotatedUnseen(AuditEvent event, View former, View home) {
        return event.changes().stream()
                .flatMap(change -> former.key(change.identity()).stream())
                .filter(key -> key.multiRegion().isPresent())
                .anyMatch(key -> home.key(key.id())
                        .filter(relative -> !materials(relative).containsAll(materials(key)))
                        .isPresent());
    }

    private static Set<String> materials(Key key) {
        return key.materials().stream().map(KeyMaterial::id).collect(Collectors.toSet());
    }

    private static Write write(AuditRow row) {
        var event = row.event();
        var members = event.requestParameters().values();
        List<String> named = SUBJECTS.stream()
                .flatMap(name -> Stream.ofNullable(members.get(name)))
                .filter(Detail.Text.class::isInstance)
                .map(detail -> ((Detail.Text) detail).value())
                .toList();
        return new Write(
                row.number(),
                event.time(),
                event.name(),
                event.actor().name(),
                named.isEmpty() ? event.resources() : named);
    }
}
