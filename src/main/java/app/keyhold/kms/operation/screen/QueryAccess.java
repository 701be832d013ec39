package app.keyhold.kms.operation.screen;

import app.keyhold.iam.Decision;
import app.keyhold.iam.Identity;
import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.PolicySimulator;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Who may do what with some keys, by policies and grants together: a row a key, a cell a principal. Conditions count as
/// they would for a request that says nothing of itself.
public final class QueryAccess extends ScreenOperation<QueryAccess.Request, QueryAccess.Response> {
    public record Request(
            @Required String screenSession,
            @Required @Length(min = 1, max = 100) @EachLength(min = 1, max = 2048) List<String> keyIds)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param holders the columns, in the order of each row's cells
    public record Response(List<Holder> holders, List<Row> rows) {}

    public record Row(String keyId, List<Cell> cells) {}

    /// @param allowed those of the key's uses that are allowed: `kms:Encrypt`
    public record Cell(Level level, List<String> allowed) {}

    public enum Level {
        /// All uses, and administration.
        FULL,
        /// All uses.
        USE,
        /// Some uses, and administration.
        PART_AND_ADMINISTRATION,
        /// Some uses.
        PART,
        ADMINISTRATION,
        NONE,
        /// Nothing, and a statement says so.
        DENIED
    }

    private final PolicySimulator simulator = new PolicySimulator();
    private final InstantSource clock;

    public QueryAccess(InstantSource clock) {
        super(Request.class, "keyhold.app", "iam:SimulatePrincipalPolicy");
        this.clock = clock;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return request.keyIds().stream().map(id -> KeyLookup.keyOrAlias(view, id)).distinct().toList();
    }

    /// Who is let in tells what the policies say, so whoever asks must be allowed to read them.
    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        List<Access> accesses = new ArrayList<>(super.accesses(request, keys));
        keys.forEach(key -> accesses.add(new Access.OnKey("kms:GetKeyPolicy", key)));
        return accesses;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<Identity> everybody = Holder.all(view);
        return Prepared.answer(new Response(
                everybody.stream().map(Holder::of).toList(),
                keys.stream()
                        .map(key -> new Row(
                                key.id(),
                                everybody.stream().map(one -> cell(view, one, key)).toList()))
                        .toList()));
    }

    private Cell cell(View view, Identity identity, Key key) {
        List<String> uses = KeyActions.uses(key);
        List<String> allowed = new ArrayList<>();
        boolean denied = false;
        for (String action : uses) {
            Decision decision = ask(view, identity, action, key);
            if (decision.isAllowed()) {
                allowed.add(action);
            }
            denied |= isExplicit(decision);
        }
        Decision administration = ask(view, identity, KeyActions.ADMINISTRATION, key);
        denied |= isExplicit(administration);
        return new Cell(
                level(allowed.size(), uses.size(), administration.isAllowed(), denied), List.copyOf(allowed));
    }

    private static Level level(int allowed, int uses, boolean administers, boolean denied) {
        if (allowed == uses) {
            return administers ? Level.FULL : Level.USE;
        }
        if (allowed > 0) {
            return administers ? Level.PART_AND_ADMINISTRATION : Level.PART;
        }
        if (administers) {
            return Level.ADMINISTRATION;
        }
        return denied ? Level.DENIED : Level.NONE;
    }

    private Decision ask(View view, Identity identity, String action, Key key) {
        return simulator
                .simulate(view, identity, new Access.OnKey(action, key), Map.of(), clock.instant())
                .decision();
    }

    private static boolean isExplicit(Decision decision) {
        return decision instanceof Decision.Denied(boolean explicit, _) && explicit;
    }
}
