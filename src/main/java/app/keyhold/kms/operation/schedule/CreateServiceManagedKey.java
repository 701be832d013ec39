package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.FreshMaterial;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Makes a service's own key at its first use. Asked for by the service's room when `alias/aws/<service>` is not there
/// yet; answers the key that is there if another call was faster.
public final class CreateServiceManagedKey
        implements Operation<CreateServiceManagedKey.Request, CreateServiceManagedKey.Response> {
    private final MaterialWrapping materials;

    public CreateServiceManagedKey(MaterialWrapping materials) {
        this.materials = materials;
    }

    /// @param service `files`; must be the service the call was forwarded by
    public record Request(@Required @Length(min = 1, max = 32) @Matches("[a-z0-9-]+") String service)
            implements KmsRequest<Response> {}

    public record Response(String keyId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.ThroughService(
                "kms:CreateServiceManagedKey", new Principal.Service(request.service())));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        String name = Alias.RESERVED_PREFIX + request.service();
        Optional<Response> existing = existing(view, name);
        if (existing.isPresent()) {
            return Prepared.answer(existing.get());
        }
        var arn = new KeyArn(view.region(), view.account(), Randomness.uuid().toString());
        FreshMaterial fresh = materials.generate(arn, KeySpec.SYMMETRIC_DEFAULT);
        var service = new Principal.Service(request.service());
        return Prepared.change(work -> existing(work, name).orElseGet(() -> create(work, name, service, arn, fresh)));
    }

    private static Optional<Response> existing(View view, String name) {
        return view.alias(name)
                .map(alias -> new Response(
                        new KeyArn(view.region(), view.account(), alias.targetKeyId()).toString()));
    }

    private static Response create(
            UnitOfWork work, String aliasName, Principal.Service service, KeyArn arn, FreshMaterial fresh) {
        Instant now = work.now();
        int days = ServiceKeyRotation.days(work);
        work.put(new Key(
                arn,
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                KeyOrigin.AWS_KMS,
                KeyManager.AWS,
                now,
                KeyState.Enabled,
                "Default key that protects what the service " + service.name() + " encrypts when no other key is named",
                Optional.empty(),
                new Rotation(Optional.of(now.plus(days, ChronoUnit.DAYS)), days, 0),
                KeyPolicies.serviceManaged(work.account(), work.region(), service),
                List.of(),
                List.of(fresh.first(now)),
                0));
        work.put(new Alias(aliasName, arn.keyId(), now, now, 0));
        return new Response(arn.toString());
    }
}
