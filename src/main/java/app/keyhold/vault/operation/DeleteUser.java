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
import java.util.List;

/// Takes a user and all their keyslots away. Copies of the vault made before still open with the old passphrase: only
/// [Rekey] shuts someone out of what is written from then on.
public final class DeleteUser extends VaultOperation<DeleteUser.Request, DeleteUser.Response> {
    public record Request(@Required @Length(min = 1, max = 64) String userName)
            implements KmsRequest<Response>, HeaderChanging {}

    /// @param stillOpening known backups, and Regions that are away, that the old passphrase still opens
    public record Response(List<String> stillOpening) {}

    private final HeaderKeeper headers;
    private final KnownCopies copies;

    public DeleteUser(HeaderKeeper headers, KnownCopies copies) {
        super(Request.class, IAM);
        this.headers = headers;
        this.copies = copies;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var userName = request.userName();
        if (userName.equals(Users.OWNER)) {
            throw new KmsException(Fault.UnmodifiableEntityException, "The vault's owner can't be deleted.");
        }
        var arn = Users.principal(view.account(), userName).arn();
        boolean hasSlot = headers.current().slots().stream().anyMatch(slot -> slot.isFor(userName));
        if (view.identity(arn).isEmpty() && !hasSlot) {
            throw new KmsException(
                    Fault.NoSuchEntityException, "The user with name " + userName + " cannot be found.");
        }
        var next = headers.next(view, header -> header.withoutUser(userName));
        return Prepared.change(work -> {
            work.identity(arn).ifPresent(work::remove);
            if (hasSlot) {
                headers.announce(work, next);
            }
            return new Response(copies.openingAsBefore(work));
        });
    }
}
