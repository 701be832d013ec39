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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A person with a keyslot of their own, or a program without one. Whoever holds a keyslot is inside the wall: policies
/// guide and audit them but cannot stop their own code. So people and programs that must be stopped get none, and come in
/// by an access key through a vault that somebody else unlocked.
public final class CreateUser extends VaultOperation<CreateUser.Request, CreateUser.Response> {
    /// @param passphrase empty for a user of the endpoint only, who gets no keyslot and can never unlock
    /// @param keyFile path of a file needed beside the passphrase
    public record Request(
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String userName,
            @Length(min = 1, max = 1024) Optional<SecretBytes> passphrase,
            Optional<String> keyFile,
            @Required @OneOf(Permissions.class) String permissions)
            implements KmsRequest<Response>, HeaderChanging {
        /// A person.
        public Request(String userName, SecretBytes passphrase, Optional<String> keyFile, String permissions) {
            this(userName, Optional.of(passphrase), keyFile, permissions);
        }

        public static Request endpointOnly(String userName, String permissions) {
            return new Request(userName, Optional.empty(), Optional.empty(), permissions);
        }
    }

    /// @param endpointOnly whether they have no keyslot
    public record Response(String userName, String arn, boolean endpointOnly) {}

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
        var principal = new Principal.User(view.account(), request.userName());
        requireFree(view, header, principal, request);
        return request.passphrase().isPresent()
                ? person(view, header, principal, request, request.passphrase().get())
                : program(principal, request);
    }

    private Prepared<Response> person(
            View view, Header header, Principal.User principal, Request request, SecretBytes passphrase) {
        var slot = slot(header, request, passphrase);
        var next = headers.next(view, now -> now.with(slot));
        return Prepared.change(work -> {
            // Row first and disabled, header second, enabled third: a slot without its row would open the vault for
            // somebody no policy knows.
            var identity = work.identity(principal.arn())
                    .orElseGet(() -> fresh(principal, policies(request), work.now()));
            work.put(identity.withEnabled(false).withSlotId(slot.id()));
            Admission.begin(work, principal.arn());
            headers.announce(work, next);
            return new Response(request.userName(), principal.arn(), false);
        });
    }

    /// The header knows nothing of a program: there is nothing to admit it to.
    private static Prepared<Response> program(Principal.User principal, Request request) {
        var policies = policies(request).stream()
                .filter(policy -> !policy.equals(OWN_KEYSLOT))
                .toList();
        return Prepared.change(work -> {
            work.put(fresh(principal, policies, work.now()));
            return new Response(request.userName(), principal.arn(), true);
        });
    }

    private static Identity fresh(Principal.User principal, List<Identity.NamedPolicy> policies, Instant now) {
        return Identity.of(principal, UniqueIds.ofUser(), policies, now);
    }

    private Slot slot(Header header, Request request, SecretBytes passphrase) {
        try (var secret = Passphrases.chosen(passphrase, request.keyFile().map(Path::of))) {
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

    /// After a rekey a person's principal may be there without its keyslot: they are added again. A program never becomes
    /// a person that way.
    private static void requireFree(View view, Header header, Principal.User principal, Request request) {
        var there = view.identity(principal.arn());
        boolean lostSlot = there.flatMap(Identity::slotId).isPresent() && request.passphrase().isPresent();
        boolean taken = principal.name().equals(Users.OWNER)
                || header.slots().stream().anyMatch(slot -> slot.isFor(principal.name()))
                || there.isPresent() && !lostSlot;
        if (taken) {
            throw new KmsException(
                    Fault.EntityAlreadyExistsException, "User with name " + principal.name() + " already exists.");
        }
        if (request.passphrase().isPresent() && header.slots().size() >= Header.MAX_SLOTS) {
            throw new KmsException(
                    Fault.LimitExceededException, "A vault has at most " + Header.MAX_SLOTS + " keyslots.");
        }
    }

    private static List<Identity.NamedPolicy> policies(Request request) {
        return switch (Permissions.valueOf(request.permissions())) {
            case ADMINISTRATOR -> List.of(IdentityPolicies.administrator());
            case KEY_USER -> List.of(IdentityPolicies.keyUser(), OWN_KEYSLOT);
            case NONE -> List.of(OWN_KEYSLOT);
        };
    }
}
