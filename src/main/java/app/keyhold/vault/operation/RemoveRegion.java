package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.Regions;
import app.keyhold.vault.header.Header;
import java.util.List;
import java.util.Optional;

/// Takes a Region without keys out of the vault, or one whose disk is gone for good. Its folder is never touched. What
/// waits for it is withdrawn once the header is in place, and keys here that are related to lost ones go on without them.
public final class RemoveRegion extends VaultOperation<RemoveRegion.Request, RemoveRegion.Response> {
    /// @param lost that it is away and will not come back; nobody can see what keys it holds
    public record Request(@Required @Length(min = 1, max = 32) String region, Optional<Boolean> lost)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param path of the folder, which still opens with the passphrases of today
    public record Response(String region, String path) {}

    private final HeaderKeeper headers;
    private final Regions regions;

    public RemoveRegion(HeaderKeeper headers, Regions regions) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.regions = regions;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var region = request.region();
        var next = headers.next(view, now -> now.withPlaces(now.places().stream()
                .filter(place -> !place.region().equals(region))
                .toList()));
        var place = requireRemovable(headers.current(), region);
        requireEmptyOrLost(region, request.lost().orElse(false));
        return Prepared.change(work -> {
            headers.announce(work, next);
            return new Response(region, place.path());
        });
    }

    private static Header.Place requireRemovable(Header header, String region) {
        if (region.equals(header.homeRegion())) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "The home Region can't be removed. Make another one the home first.");
        }
        return header.place(region).orElseThrow(() -> new KmsException(
                Fault.NotFoundException, "This vault has no Region " + region + "."));
    }

    private void requireEmptyOrLost(String region, boolean lost) {
        var peer = regions.find(region);
        if (peer.isEmpty() && !lost) {
            throw new KmsException(
                    Fault.ConflictException,
                    "The Region " + region + " is away, so nobody can see whether it has keys. Connect its disk; if it is "
                            + "gone for good, say that it is lost.");
        }
        long count = peer.map(found -> found.view().customerKeyCount()).orElse(0L);
        if (count > 0) {
            throw new KmsException(
                    Fault.ConflictException,
                    "The Region " + region + " still has " + count + (count == 1 ? " key" : " keys")
                            + ". Delete them first, or leave the Region.");
        }
    }
}
