package app.keyhold.vault.operation;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.Regions;
import app.keyhold.vault.header.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Gives the vault another Region in a folder of its own, which may lie on another disk, a stick or a share. A Region that
/// the vault has already is looked for there from now on.
public final class AddRegion extends VaultOperation<AddRegion.Request, AddRegion.Response> {
    /// @param path of a folder that does not exist yet, or of the one that has this Region
    /// @param allowSyncFolder although the folder is synchronised or on a network
    public record Request(
            @Required @Length(min = 1, max = 32) @Matches("([a-z]+-){2,3}\\d+") String region,
            @Required @Length(min = 1, max = 4096) @Matches("[^\\n\\r]+") String path,
            Optional<Boolean> allowSyncFolder)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param made false if the folder had the Region already
    public record Response(String region, String path, boolean made) {}

    private final HeaderKeeper headers;
    private final Regions regions;

    public AddRegion(HeaderKeeper headers, Regions regions) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.regions = regions;
    }

    /// The folder is made here, before the transaction. If this call's row then can't be written, it stays behind, belongs
    /// to no vault's header, and is taken by the next attempt.
    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        var folder = Path.of(request.path()).toAbsolutePath().normalize();
        requirePossible(header, request.region());
        var next = headers.next(view, now -> now.withPlaces(places(now, request.region(), folder)));
        if (header.has(request.region()) && !regions.maker().isThere(folder, request.region(), header)) {
            throw new KmsException(
                    Fault.NotFoundException,
                    "The Region " + request.region() + " belongs to this vault, but its folder is not " + folder + ".");
        }
        boolean made = regions.maker()
                .makeUnlessThere(
                        folder,
                        request.region(),
                        headers.sealed(),
                        headers.keys(),
                        request.allowSyncFolder().orElse(false));
        return Prepared.change(work -> {
            headers.announce(work, next);
            OutboxEntry.leave(
                    work, request.region(), OutboxEntry.Kind.PRINCIPALS, "", Blob.of(new byte[0]));
            return new Response(request.region(), folder.toString(), made);
        });
    }

    private void requirePossible(Header header, String region) {
        if (header.move().isPresent()) {
            throw new KmsException(
                    Fault.ConflictException, "A rekey has begun; lock the vault to finish it, then add the Region.");
        }
        boolean here = regions.health().stream()
                .anyMatch(known -> known.region().equals(region) && known.isHere());
        if (here) {
            throw new KmsException(
                    Fault.AlreadyExistsException, "The Region " + region + " belongs to this vault already.");
        }
        if (!header.has(region) && header.places().size() >= Header.MAX_REGIONS) {
            throw new KmsException(
                    Fault.LimitExceededException,
                    "A vault can have " + Header.MAX_REGIONS + " Regions, and this one has.");
        }
    }

    private List<Header.Place> places(Header header, String region, Path folder) {
        var known = header.place(region);
        var place = new Header.Place(region, folder.toString(), known.flatMap(Header.Place::oldRoot));
        return header.withHomeAt(regions.homeFolder().toString()).with(place).places();
    }
}
