package app.keyhold.vault.operation;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Identity;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.UniqueIds;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.slot.Passphrases;
import app.keyhold.vault.slot.Slot;
import app.keyhold.vault.slot.SlotKeys;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A person with a keyslot of their own. Whoever holds a keyslot is inside the wall: policies guide and audit them but
/// cannot stop their own code.
public final class CreateUser extends VaultOperation<CreateUser.Request, CreateUser.Response> {
    /// @param keyFile path of a file needed beside the passphrase
    public record Request(
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String userName,
            @Required @Length(min = 1, max = 1024) SecretBytes passphrase,
            Optional<String> keyFile,
            @Required @OneOf(Permissions.class) String permissions)
            implements KmsRequest<Response>, HeaderChanging {}

    public record Response(String userName, String arn) {}

    private static final Identity.NamedPolicy OWN_KEYSLOT = new Identity.NamedPolicy("OwnKeyslot", """
            {
              "Version" : "2012-10-17",
              "Statement" : [ {
                "Sid" : "OpenTheVault",
                "Effect" : "Allow",
                "Action" : [ "keyhold:Unlock", "keyhold:ChangePassphrase" ],
                "Resource" : "*"
              } ]
            }""");

    private final HeaderKeeper headers;
    private final InstantSource clock;

    public CreateUser(HeaderKeeper headers, InstantSource clock) {
        super(Request.class, IAM);
        this.headers = headers;
        this.clock = clock;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        var header = headers.current();
        requireFree(header, request.userName());
        var principal = new Principal.User(view.account(), request.userName());
        var slot = slot(header, request);
        var next = headers.next(now -> now.with(slot));
        return Prepared.change(work -> {
            // Row first and disabled, header second, enabled third: a slot without its row would open the vault for
            // somebody no policy knows.
            var identity = work.identity(principal.arn())
                    .orElseGet(() -> Identity.of(
                            principal,
                            UniqueIds.ofUser(),
                            policies(Permissions.valueOf(request.permissions())),
                            work.now()));
            work.put(identity.withEnabled(false).withSlotId(slot.id()));
            Admission.begin(work, principal.arn());
            headers.announce(work, next);
            return new Response(request.userName(), principal.arn());
        });
    }

    private Slot slot(Header header, Request request) {
        try (var secret = Passphrases.chosen(request.passphrase(), request.keyFile().map(Path::of))) {
            return new SlotKeys(header.vaultId())
                    .wrap(
                            Randomness.uuid().toString(),
                            request.userName(),
                            secret,
                            VaultCost.of(header),
                            headers.keys().root(),
                            clock.instant());
        }
    }

    /// After a rekey somebody's principal may be there without a keyslot: such a user is added again.
    private static void requireFree(Header header, String userName) {
        if (userName.equals(Users.OWNER) || header.slots().stream().anyMatch(slot -> slot.isFor(userName))) {
            throw new KmsException(
                    Fault.AlreadyExistsException, "User with name " + userName + " already exists.");
        }
        if (header.slots().size() >= Header.MAX_SLOTS) {
            throw new KmsException(
                    Fault.LimitExceededException, "A vault has at most " + Header.MAX_SLOTS + " keyslots.");
        }
    }

    private static List<Identity.NamedPolicy> policies(Permissions permissions) {
        return switch (permissions) {
            case ADMINISTRATOR -> List.of(IdentityPolicies.administrator());
            case KEY_USER -> List.of(IdentityPolicies.keyUser(), OWN_KEYSLOT);
            case NONE -> List.of(OWN_KEYSLOT);
        };
    }
}
