package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.region.Families;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.Regions;
import app.keyhold.vault.header.Header;
import java.util.List;
import java.util.Optional;

/// Makes another Region the home. While the home is in reach it is asked, and hands over once everybody has taken over what
/// it left; where it is out of reach, the Region itself is asked and takes its place by force. A home that comes back
/// after that is a Region like any other, and what it did meanwhile is shown for decision.
public final class PromoteRegion extends VaultOperation<PromoteRegion.Request, PromoteRegion.Response> {
    /// @param region that is to be the home
    /// @param force although the home is out of reach: whatever it did last may not be known here
    public record Request(@Required @Length(min = 1, max = 32) String region, Optional<Boolean> force)
            implements KmsRequest<Response>, HomeTaking {}

    /// @param keys multi-Region keys that are primary here from now on, because their primary key was in the lost home
    public record Response(String region, String previousHome, boolean forced, int keys) {}

    private final HeaderKeeper headers;
    private final Regions regions;

    public PromoteRegion(HeaderKeeper headers, Regions regions) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.regions = regions;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        requireChoice(header, request.region());
        boolean forced = request.force().orElse(false);
        if (request.region().equals(header.homeRegion())) {
            return insist(view, header, forced);
        }
        return headers.isHome(view.region()) ? handOver(view, header, request.region()) : take(view, header, request);
    }

    private static void requireChoice(Header header, String region) {
        if (!header.has(region)) {
            throw new KmsException(Fault.NotFoundException, "This vault has no Region " + region + ".");
        }
        if (header.regions().size() == 1) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "This vault has one Region, and that is its home. Give it another: keyhold region add NAME PATH");
        }
        if (header.move().isPresent()) {
            throw conflict("A rekey has begun; lock the vault to finish it, then make another Region the home.");
        }
    }

    /// The home in use knows of another one that claims the same.
    private Prepared<Response> insist(View view, Header header, boolean forced) {
        var home = header.homeRegion();
        if (!regions.hasRival()) {
            throw new KmsException(Fault.AlreadyExistsException, "The Region " + home + " is the home already.");
        }
        if (!headers.isHome(view.region())) {
            throw elsewhere("The Region " + home + " has a rival; that is decided in " + home + " itself: ", home);
        }
        if (!forced) {
            throw conflict("Another Region was made the home as well. To decide for " + home
                    + ", with what the other did shown afterwards: keyhold region promote " + home + " --force");
        }
        return taking(view, home, home);
    }

    private Prepared<Response> handOver(View view, Header header, String region) {
        if (!regions.isInReach(region)) {
            throw conflict("The Region " + region + " is away. Connect its disk first.");
        }
        requireDelivered(view);
        var next = headers.next(view, now -> now.promoting(region));
        return Prepared.change(work -> {
            requireDelivered(work);
            headers.announce(work, next);
            Promotion.begin(work, next.header(), Optional.empty());
            return new Response(region, header.homeRegion(), false, 0);
        });
    }

    /// A Region that takes over from the next home must not find something older waiting here.
    private static void requireDelivered(View view) {
        view.outbox().stream()
                .filter(entry -> entry.kind() == OutboxEntry.Kind.HEADER || entry.kind() == OutboxEntry.Kind.PRINCIPALS)
                .map(OutboxEntry::target)
                .findFirst()
                .ifPresent(behind -> {
                    throw conflict("The Region " + behind + " has not taken over everything yet. Connect its disk, or if it "
                            + "is gone for good: keyhold region remove " + behind + " --lost");
                });
    }

    private Prepared<Response> take(View view, Header header, Request request) {
        var home = header.homeRegion();
        if (!view.region().equals(request.region())) {
            throw elsewhere(
                    "The home Region " + home + " is away; then a Region is made the home in that Region itself: ",
                    request.region());
        }
        if (regions.isInReach(home)) {
            throw elsewhere("The home Region " + home + " is in reach; it hands over itself: ", home);
        }
        if (regions.isInUseElsewhere(home)) {
            throw conflict("The home Region " + home + " is there, and another program has it open. Lock it there, then unlock "
                    + "the vault again.");
        }
        if (!request.force().orElse(false)) {
            throw conflict("The home Region " + home + " is away, and what it did last may not be known here. Connect its disk; "
                    + "if it will not come back soon: keyhold region promote " + request.region() + " --force");
        }
        requireBestInformed(view, home);
        return taking(view, view.region(), home);
    }

    private void requireBestInformed(View view, String home) {
        long known = Provenance.of(view).row(home);
        regions.here().stream()
                .filter(other -> Provenance.of(other.store().view()).row(home) > known)
                .findFirst()
                .ifPresent(other -> {
                    throw conflict("The Region " + other.region() + " has taken over more from " + home
                            + " than this one. Make that one the home: keyhold region promote " + other.region()
                            + " --force");
                });
    }

    private Prepared<Response> taking(View view, String region, String from) {
        var next = headers.taking(view);
        int keys = region.equals(from) ? 0 : Families.count(view, from);
        return Prepared.change(work -> {
            headers.announce(work, next);
            Promotion.begin(work, next.header(), Optional.of(from));
            return new Response(region, from, true, keys);
        });
    }

    private static KmsException conflict(String message) {
        return new KmsException(Fault.ConflictException, message);
    }

    private static KmsException elsewhere(String message, String region) {
        return new KmsException(Fault.UnsupportedOperationException, message + "ask with --region " + region + ".");
    }
}
