package app.keyhold.vault.operation;

import app.keyhold.iam.Identity;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.imported.ImportSettings;
import app.keyhold.kms.operation.schedule.ServiceKeyRotation;
import app.keyhold.kms.outbox.Inbox;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import app.keyhold.vault.Membership;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes over from the home Region who there is, what they may, and the vault's settings.
public final class AdoptPrincipals extends RegionService<AdoptPrincipals.Request, AdoptPrincipals.Response> {
    /// @param operationId of the entry in the home's outbox
    public record Request(
            @Required @Length(min = 1, max = 64) String operationId,
            @Required @Length(min = 1, max = 32) String sourceRegion)
            implements KmsRequest<Response> {}

    /// @param adopted false if it had been done before
    public record Response(boolean adopted) {}

    private final Peers peers;

    public AdoptPrincipals(Peers peers) {
        super(Request.class);
        this.peers = peers;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        View source = peers.find(request.sourceRegion())
                .map(Peers.Peer::view)
                .orElseThrow(() -> new KmsException(
                        Fault.KMSInvalidStateException, "The Region " + request.sourceRegion() + " is away."));
        // A home takes over from nobody: what a former home left is not in force.
        if (!Inbox.isDue(view, source, request.operationId()) || Membership.of(view).isHome(view)) {
            return Prepared.answer(new Response(false));
        }
        return Prepared.change(work -> {
            boolean due = Inbox.accept(work, source, request.operationId());
            if (due) {
                adopt(work, source);
            }
            return new Response(due);
        });
    }

    private static void adopt(UnitOfWork work, View source) {
        var provenance = Provenance.taking(source);
        var known = source.identities().stream()
                .map(identity -> identity.principal().arn())
                .collect(Collectors.toSet());
        List<Identity> gone = work.identities().stream()
                .filter(identity -> !known.contains(identity.principal().arn()))
                .toList();
        gone.forEach(work::remove);
        source.identities().forEach(work::put);
        adoptAccessKeys(work, source);
        // Ids of what was imported here hang on the one that is here.
        if (work.setting(ImportSettings.ID_SECRET).isEmpty()) {
            source.setting(ImportSettings.ID_SECRET)
                    .ifPresent(secret -> work.putSetting(ImportSettings.ID_SECRET, secret));
        }
        if (ServiceKeyRotation.days(source) != ServiceKeyRotation.days(work)) {
            ServiceKeyRotation.change(work, ServiceKeyRotation.days(source));
        }
        if (RememberedPaths.wanted(source) != RememberedPaths.wanted(work)) {
            RememberedPaths.change(work, RememberedPaths.wanted(source));
        }
        provenance.put(work);
    }

    private static void adoptAccessKeys(UnitOfWork work, View source) {
        List<AccessKey> there = source.accessKeys();
        Set<String> known = there.stream().map(AccessKey::id).collect(Collectors.toSet());
        work.accessKeys().stream().filter(key -> !known.contains(key.id())).forEach(work::remove);
        there.forEach(work::put);
    }
}
