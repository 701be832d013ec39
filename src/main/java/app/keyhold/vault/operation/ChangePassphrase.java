package app.keyhold.vault.operation;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.slot.Passphrases;
import app.keyhold.vault.slot.Slot;
import app.keyhold.vault.slot.SlotDoor;
import app.keyhold.vault.slot.SlotKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Gives a user's keyslot a new passphrase. The current one, or the recovery sheet's words, proves who asks; words that did
/// are tested thereby.
public final class ChangePassphrase extends VaultOperation<ChangePassphrase.Request, ChangePassphrase.Response> {
    /// @param newKeyFile path of a file needed beside the new passphrase from now on
    public record Request(
            @Required @Length(min = 1, max = 64) String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes currentPassphrase,
            Optional<String> currentKeyFile,
            @Required @Length(min = 1, max = 1024) SecretBytes newPassphrase,
            Optional<String> newKeyFile)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param stillOpening known backups, and Regions that are away, that the old passphrase still opens
    public record Response(List<String> stillOpening) {}

    private final HeaderKeeper headers;
    private final KnownCopies copies;
    private final InstantSource clock;

    public ChangePassphrase(HeaderKeeper headers, KnownCopies copies, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        var opened = requireProof(header, request);
        var slot = slot(header, request);
        var next = headers.next(view, now -> now.with(slot, opened, clock.instant()));
        return Prepared.change(work -> {
            headers.announce(work, next);
            return new Response(copies.openingAsBefore(work));
        });
    }

    private static Slot requireProof(Header header, Request request) {
        var opened = new SlotDoor(header.vaultId(), header.slots())
                .open(request.userName(), request.currentPassphrase(), request.currentKeyFile().map(Path::of));
        opened.root().close();
        return opened.slot();
    }

    private Slot slot(Header header, Request request) {
        var slotId = header.passphraseSlot(request.userName())
                .map(Slot::id)
                .orElseGet(() -> Randomness.uuid().toString());
        try (var secret = Passphrases.chosen(request.newPassphrase(), request.newKeyFile().map(Path::of))) {
            return new SlotKeys(header.vaultId())
                    .wrap(
                            slotId,
                            request.userName(),
                            secret,
                            VaultCost.of(header),
                            headers.keys().root(),
                            clock.instant());
        }
    }
}
