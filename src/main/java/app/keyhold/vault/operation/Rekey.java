package app.keyhold.vault.operation;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.AuditKey;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.KeyTable;
import app.keyhold.vault.OldRoot;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.slot.Passphrases;
import app.keyhold.vault.slot.Slot;
import app.keyhold.vault.slot.SlotDoor;
import app.keyhold.vault.slot.SlotKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Shuts out whoever knows an old passphrase: a new root key, under which databases and materials move while the vault
/// locks. Other people's keyslots can't come along, because their passphrases are needed for that: they are to be added
/// again.
public final class Rekey extends VaultOperation<Rekey.Request, Rekey.Response> {
    public record Request(
            @Required @Length(min = 1, max = 64) String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes passphrase,
            Optional<String> keyFile)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param sheet the recovery sheet for the new root key; earlier sheets stop working; whoever receives it wipes it
    /// @param toAddAgain users whose keyslot ends with the old root key
    /// @param stillOpening known backups, and Regions that are away, that old passphrases still open
    public record Response(RecoverySheet sheet, List<String> toAddAgain, List<String> stillOpening) {}

    private final HeaderKeeper headers;
    private final KnownCopies copies;
    private final InstantSource clock;

    public Rekey(HeaderKeeper headers, KnownCopies copies, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        if (header.move().isPresent()) {
            throw new KmsException(
                    Fault.ConflictException, "A rekey has begun already; lock the vault to finish it.");
        }
        requireProof(header, request);
        var moving = new KeyTable(Randomness.secret(32), header.vaultId());
        var own = ownSlot(header, request, moving);
        var fresh = FreshSheet.make(
                header.vaultId(),
                request.userName(),
                AuditKey.of(view).fingerprint(),
                moving.root(),
                clock.instant());
        var move = new Header.Move(List.of(own, fresh.slot()), OldRoot.wrap(moving, headers.keys()));
        var next = headers.next(view, now -> now.withMove(move));
        return Prepared.change(work -> {
            headers.announceMove(work, next, moving);
            return new Response(fresh.sheet(), others(work, header, request.userName()), copies.openingAsBefore(work));
        });
    }

    private static void requireProof(Header header, Request request) {
        new SlotDoor(header.vaultId(), header.slots())
                .open(request.userName(), request.passphrase(), request.keyFile().map(Path::of))
                .root()
                .close();
    }

    private Slot ownSlot(Header header, Request request, KeyTable moving) {
        var slotId = header.passphraseSlot(request.userName()).map(Slot::id).orElseThrow(() -> new KmsException(
                Fault.UnsupportedOperationException,
                "Choose a passphrase first: a rekey takes a passphrase along, not a recovery sheet."));
        try (var secret = Passphrases.chosen(request.passphrase(), request.keyFile().map(Path::of))) {
            return new SlotKeys(header.vaultId())
                    .wrap(slotId, request.userName(), secret, VaultCost.of(header), moving.root(), clock.instant());
        }
    }

    private static List<String> others(View view, Header header, String userName) {
        return Users.names(view).stream()
                .filter(name -> !name.equals(userName))
                .filter(name -> header.slots().stream().anyMatch(slot -> slot.isFor(name)))
                .toList();
    }
}
