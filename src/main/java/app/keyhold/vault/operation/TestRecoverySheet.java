package app.keyhold.vault.operation;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.slot.SlotDoor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Whether these are the words of a user's recovery sheet. That they were is kept beside the keyslot.
public final class TestRecoverySheet extends VaultOperation<TestRecoverySheet.Request, TestRecoverySheet.Response> {
    public record Request(
            @Required @Length(min = 1, max = 64) String userName, @Required @Length(min = 1, max = 1024) SecretBytes words)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param slotId as the sheet names it
    public record Response(String slotId, Instant tested) {}

    private final HeaderKeeper headers;
    private final InstantSource clock;

    public TestRecoverySheet(HeaderKeeper headers, InstantSource clock) {
        super(Request.class, SOURCE);
        this.headers = headers;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        var opened = new SlotDoor(header.vaultId(), header.slots()).openByWords(request.userName(), request.words());
        opened.root().close();
        Instant now = clock.instant();
        var next = headers.next(view, before -> before.tested(opened.slot(), now));
        return Prepared.change(work -> {
            headers.announce(work, next);
            return new Response(opened.slot().id(), now);
        });
    }
}
