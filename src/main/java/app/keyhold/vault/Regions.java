package app.keyhold.vault;

import app.keyhold.kms.Peers;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.operation.LaterWrites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/// The Regions of an open vault: those that are here, and why the others are not.
///
/// Thread-safe.
public final class Regions implements Peers {
    private final HeaderKeeper headers;
    private final RegionMaker maker;
    private final Map<String, OpenRegion> here = new ConcurrentSkipListMap<>();
    private final Map<String, VaultException> away = new ConcurrentHashMap<>();
    private volatile Opener opener = (header, place) -> {
        throw new IllegalStateException("The vault is not open yet");
    };
    private volatile Consumer<String> gone = region -> {};

    Regions(HeaderKeeper headers, RegionMaker maker, Map<String, VaultException> away) {
        this.headers = headers;
        this.maker = maker;
        this.away.putAll(away);
    }

    /// Opens a Region that came into reach.
    interface Opener {
        /// @throws VaultException why it can't be opened now
        OpenRegion open(Header header, Header.Place place);
    }

    /// How a Region stands.
    ///
    /// @param folder where it is, or where it was last
    /// @param trouble why it is not here, with the next step; empty if it is
    /// @param behindSince when the first change was made that it has not seen; empty if it has seen all
    /// @param oldHeader whether a change of users, passphrases or Regions is among them: its folder then still opens as
    ///     it did before
    /// @param waiting how many things it has to do still
    /// @param laterWrites what it did as the home while another one was it already, to be decided about
    public record Health(
            String region,
            Path folder,
            boolean home,
            Optional<Trouble> trouble,
            Optional<Instant> behindSince,
            boolean oldHeader,
            int waiting,
            List<LaterWrites.Write> laterWrites) {
        public boolean isHere() {
            return trouble.isEmpty();
        }
    }

    public record Trouble(String message, String nextStep) {}

    /// A Region that is here.
    public record Here(String region, Path folder, SqliteRegion store) {}

    /// The home first.
    public List<Health> health() {
        List<OutboxEntry> waiting = new ArrayList<>();
        here.values().forEach(region -> waiting.addAll(outbox(region)));
        return headers.current().regions().stream()
                .map(region -> health(region, waiting))
                .toList();
    }

    /// Regions whose folder a change of the header does not reach now, as a person would look for them: it goes on opening
    /// with what it opened with before.
    public List<String> outOfReach() {
        return health().stream()
                .filter(region -> !region.isHere())
                .map(region -> "Region " + region.region() + " in " + region.folder())
                .toList();
    }

    @Override
    public Optional<Peer> find(String region) {
        return Optional.ofNullable(here.get(region))
                .map(open -> new Peer(open.stored().store().view(), open.materials()));
    }

    @Override
    public List<String> regions() {
        return headers.current().regions();
    }

    /// The home first.
    public List<Here> here() {
        return headers.current().regions().stream()
                .flatMap(region -> get(region).stream())
                .map(OpenRegion::stored)
                .map(stored -> new Here(stored.name(), stored.layout().folder(), stored.store()))
                .toList();
    }

    /// The databases that are here, the home's first.
    public List<SqliteRegion> stores() {
        return here().stream().map(Here::store).toList();
    }

    /// Whether the Region is here and its disk has not gone away unnoticed.
    public boolean isInReach(String region) {
        get(region)
                .filter(open -> !Files.isDirectory(open.stored().layout().folder()))
                .ifPresent(this::lose);
        return get(region).isPresent();
    }

    /// Whether the Region is away only because another program holds it.
    public boolean isInUseElsewhere(String region) {
        return Optional.ofNullable(away.get(region))
                .filter(why -> why.kind() == VaultException.Kind.IN_USE)
                .isPresent();
    }

    /// Whether the home of the vault as it is open here is not the only one that claims to be it.
    public boolean hasRival() {
        return away.values().stream().anyMatch(why -> why.kind() == VaultException.Kind.RIVAL_HOME);
    }

    /// Makes the folder of a new Region.
    public RegionMaker maker() {
        return maker;
    }

    /// Where the home is, which a header that is about to name several Regions has to say.
    public Path homeFolder() {
        return get(headers.current().homeRegion()).orElseThrow().stored().layout().folder();
    }

    Optional<OpenRegion> get(String name) {
        return Optional.ofNullable(here.get(name));
    }

    /// In order of name.
    List<OpenRegion> all() {
        return List.copyOf(here.values());
    }

    void opensBy(Opener how) {
        opener = how;
    }

    /// @param told of each Region that is let go
    void tells(Consumer<String> told) {
        gone = told;
    }

    void add(OpenRegion region) {
        here.put(region.name(), region);
        away.remove(region.name());
    }

    void letGo(OpenRegion region, VaultException why) {
        if (here.remove(region.name(), region)) {
            away.put(region.name(), why);
            gone.accept(region.name());
            try {
                region.letGo();
            } catch (StoreException lost) {
                // Whatever it held is decided by its file, which is read anew.
            }
        }
    }

    /// A Region whose disk went away while it was open.
    void lose(OpenRegion region) {
        letGo(
                region,
                new VaultException(
                        VaultException.Kind.NOT_FOUND,
                        "Its folder " + region.stored().layout().folder() + " went away.",
                        "Connect its disk, then lock the vault and unlock it again."));
    }

    /// Opens what the header names and is in reach, lets go what it does not name any more.
    ///
    /// @param added told of each Region that came
    synchronized void refresh(Consumer<OpenRegion> added) {
        var header = headers.current();
        for (var region : all()) {
            if (!header.has(region.name())) {
                letGo(region, new VaultException(
                        VaultException.Kind.NOT_FOUND, "It is no part of the vault any more.", "Add it again."));
                away.remove(region.name());
            }
        }
        header.places().stream()
                .sorted(Comparator.comparing(Header.Place::region))
                .filter(place -> !here.containsKey(place.region()))
                .forEach(place -> attach(header, place).ifPresent(added));
    }

    private Optional<OpenRegion> attach(Header header, Header.Place place) {
        try {
            var region = opener.open(header, place);
            add(region);
            return Optional.of(region);
        } catch (VaultException why) {
            away.put(place.region(), why);
            return Optional.empty();
        }
    }

    private Health health(String region, List<OutboxEntry> waiting) {
        var own = waiting.stream()
                .filter(entry -> entry.target().equals(region))
                .toList();
        var open = get(region);
        return new Health(
                region,
                open.map(one -> one.stored().layout().folder())
                        .orElseGet(() -> Path.of(headers.current()
                                .place(region)
                                .map(Header.Place::path)
                                .orElse(""))),
                region.equals(headers.current().homeRegion()),
                open.isPresent() ? Optional.empty() : Optional.of(trouble(region)),
                own.stream().map(OutboxEntry::since).min(Comparator.naturalOrder()),
                own.stream().anyMatch(entry -> entry.kind() == OutboxEntry.Kind.HEADER),
                own.size(),
                open.map(Regions::laterWrites).orElse(List.of()));
    }

    private static List<LaterWrites.Write> laterWrites(OpenRegion region) {
        try {
            return LaterWrites.of(region.stored().store().view());
        } catch (StoreException lost) {
            return List.of();
        }
    }

    private Trouble trouble(String region) {
        return Optional.ofNullable(away.get(region))
                .map(why -> new Trouble(String.valueOf(why.getMessage()), why.nextStep()))
                .orElse(new Trouble("It is not open.", "Lock the vault and unlock it again."));
    }

    private static List<OutboxEntry> outbox(OpenRegion region) {
        try {
            return region.stored().store().view().outbox();
        } catch (StoreException lost) {
            return List.of();
        }
    }
}
