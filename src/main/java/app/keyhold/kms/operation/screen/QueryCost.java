package app.keyhold.kms.operation.screen;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.cost.KeyCost;
import app.keyhold.kms.cost.Ledger;
import app.keyhold.kms.cost.MonthCost;
import app.keyhold.kms.cost.Prices;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// What the keys would cost at a cloud's public prices, for the Cost screen and `cost`. Every figure is an estimate.
public final class QueryCost extends ScreenOperation<QueryCost.Request, QueryCost.Response> {
    private final Supplier<Prices> prices;
    private final InstantSource clock;

    /// @param month the month whose keys are told, and the last of `months`; empty for the present one. In UTC
    /// @param months how many months are summed up, up to `month`; one if empty
    /// @param keyId id, ARN or alias of the only key wanted
    public record Request(
            @Required String screenSession,
            @Matches("[0-9]{4}-(0[1-9]|1[0-2])") Optional<String> month,
            @Range(min = 1, max = 36) Optional<Integer> months,
            @Length(min = 1, max = 2048) Optional<String> keyId)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param prices where they are from
    /// @param keys of the month, dearest first; what belongs to no single key at the end
    /// @param months oldest first, sums over what is told; of one key alone without free requests, which belong to the
    ///     whole account
    public record Response(String month, String currency, String prices, List<KeyCost> keys, List<MonthCost> months) {}

    /// @param prices asked anew each time: they may be edited
    public QueryCost(Supplier<Prices> prices, InstantSource clock) {
        super(Request.class, "keyhold.app", "keyhold:QueryCost");
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Instant now = clock.instant();
        YearMonth present = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        YearMonth month = request.month().map(YearMonth::parse).orElse(present);
        if (month.isAfter(present)) {
            throw new KmsException(Fault.ValidationException, month + " has not begun yet; the present month is " + present + ".");
        }
        YearMonth first = month.minusMonths(request.months().orElse(1) - 1L);
        Prices list = prices.get();
        List<Key> shown = request.keyId()
                .map(id -> List.of(KeyLookup.keyOrAlias(view, id)))
                .orElseGet(() -> KeyPages.all(view));
        var ledger = new Ledger(list, now, view.audit(), shown, request.keyId().isEmpty(), first, month);
        Map<String, List<String>> aliases = KeyPages.aliasNames(view);
        return Prepared.answer(new Response(
                month.toString(),
                list.currency(),
                list.source(),
                ledger.keys(month, aliases).stream().sorted(DEAREST_FIRST).toList(),
                LongStream.rangeClosed(0, first.until(month, java.time.temporal.ChronoUnit.MONTHS))
                        .mapToObj(first::plusMonths)
                        .map(ledger::month)
                        .toList()));
    }

    private static final Comparator<KeyCost> DEAREST_FIRST = Comparator.comparing(KeyCost::subject)
            .thenComparing(KeyCost::estimatedTotal, Comparator.reverseOrder())
            .thenComparing(cost -> cost.aliases().stream().findFirst().orElse("~"))
            .thenComparing(cost -> cost.keyId().orElse(""));
}
