package app.keyhold.vault.operation;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.KdfCalibration;
import app.keyhold.vault.slot.Passphrases;
import app.keyhold.vault.slot.Slot;
import app.keyhold.vault.slot.SlotDoor;
import app.keyhold.vault.slot.SlotKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives a user's keyslot the cost that suits this computer; passphrase and key file stay what they are.
public final class RecalibrateUnlock extends VaultOperation<RecalibrateUnlock.Request, RecalibrateUnlock.Response> {
    public record Request(
            @Required @Length(min = 1, max = 64) String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes currentPassphrase,
            Optional<String> currentKeyFile)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param kdf `Argon2id, 256 MiB, 3 passes`
    /// @param milliseconds how long unlocking takes from now on
    public record Response(String kdf, long milliseconds) {}

    private final HeaderKeeper headers;
    private final Supplier<KdfCalibration> calibration;
    private final InstantSource clock;

    public RecalibrateUnlock(HeaderKeeper headers, Supplier<KdfCalibration> calibration, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.calibration = calibration;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        String slotId = header.passphraseSlot(request.userName())
                .map(Slot::id)
                .orElseThrow(() -> new KmsException(
                        Fault.NotFoundException, request.userName() + " has no passphrase to unlock with."));
        Optional<Path> keyFile = request.currentKeyFile().map(Path::of);
        // Words of a recovery sheet would open the door, and become the passphrase: those are refused as one.
        try (var secret = Passphrases.chosen(request.currentPassphrase(), keyFile)) {
            new SlotDoor(header.vaultId(), header.slots())
                    .open(request.userName(), request.currentPassphrase(), keyFile)
                    .root()
                    .close();
            var suits = calibration.get();
            var cost = new Argon2id.Cost(
                    suits.cost().memoryKib(), suits.cost().passes(), suits.cost().lanes());
            var slot = new SlotKeys(header.vaultId())
                    .wrap(slotId, request.userName(), secret, cost, headers.keys().root(), clock.instant());
            var next = headers.next(view, now -> now.with(slot));
            return Prepared.change(work -> {
                headers.announce(work, next);
                return new Response(slot.describeKdf(), suits.unlock().toMillis());
            });
        }
    }
}
