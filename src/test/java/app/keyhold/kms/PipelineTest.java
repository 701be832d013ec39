package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.encryption.Encrypt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The one order, and what every call leaves behind.
class PipelineTest {
    private final Probe probe = new Probe();
    private final SmallVault vault = new SmallVault(List.of(probe), store -> store);

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void asksEachPartOnceAndInOrder() {
        Key key = vault.addKey();

        vault.owner().call(Probe.Request.of(key));

        assertThat(probe.asked).containsExactly("resolve", "authorize", "fit", "state", "prepare");
    }

    /// Everything is wrong at first; mending the first fault must uncover the next step's, never another.
    @Test
    void answersTheFaultOfTheFirstStepThatRefuses() {
        Key key = vault.addKey(made -> made.withState(KeyState.Disabled).withPolicy("{\"Statement\":{\"Effect\":\"Deny\","
                + "\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}"));
        probe.onResolve = () -> {
            throw new KmsException(Fault.NotFoundException, "resolve");
        };
        probe.onFit = () -> {
            throw new KmsException(Fault.InvalidKeyUsageException, "fit");
        };
        probe.work = _ -> {
            throw new KmsException(Fault.InvalidCiphertextException);
        };
        var request = new Probe.Request("x".repeat(51), Optional.empty(), Optional.of(true));
        List<Fault> faults = new ArrayList<>();

        faults.add(fault(request));
        faults.add(fault(Probe.Request.of(key).asDryRun()));
        probe.onResolve = () -> {};
        faults.add(fault(Probe.Request.of(key).asDryRun()));
        vault.write(work -> work.put(key.withPolicy(KeyPolicies.defaultPolicy(SmallVault.ACCOUNT))));
        faults.add(fault(Probe.Request.of(key).asDryRun()));
        probe.onFit = () -> {};
        faults.add(fault(Probe.Request.of(key).asDryRun()));
        vault.write(work -> work.put(vault.key(key.id()).withState(KeyState.Enabled)));
        faults.add(fault(Probe.Request.of(key).asDryRun()));
        probe.work = used -> Prepared.answer(new Probe.Response(used.id(), Optional.empty()));
        faults.add(fault(Probe.Request.of(key).asDryRun()));

        assertThat(faults)
                .containsExactly(
                        Fault.ValidationException,
                        Fault.NotFoundException,
                        Fault.AccessDeniedException,
                        Fault.InvalidKeyUsageException,
                        Fault.DisabledException,
                        Fault.InvalidCiphertextException,
                        Fault.DryRunOperationException);
    }

    @Test
    void writesARowForEveryRefusal() {
        Key key = vault.addKey(made -> made.withState(KeyState.Disabled));
        int before = vault.rows().size();

        assertThatThrownBy(() -> vault.owner().call(Probe.Request.of(key))).isInstanceOf(KmsException.class);

        assertThat(vault.rows()).hasSize(before + 1);
        assertThat(vault.newestEvent()).satisfies(event -> {
            assertThat(event.outcome()).isEqualTo(new Outcome.Refused("DisabledException", key.arn() + " is disabled."));
            assertThat(event.resources()).containsExactly(key.arn().toString());
            assertThat(event.changes()).isEmpty();
        });
    }

    @Test
    void undoesTheWritesOfAChangeThatRefusesAndRecordsTheRefusal() {
        Key key = vault.addKey();
        probe.work = used -> Prepared.change(work -> {
            work.put(used.withDescription("half done"));
            throw new KmsException(Fault.AlreadyExistsException, "taken");
        });

        assertThat(fault(Probe.Request.of(key))).isEqualTo(Fault.AlreadyExistsException);

        assertThat(vault.key(key.id()).description()).isEmpty();
        assertThat(vault.newestEvent().outcome()).isEqualTo(new Outcome.Refused("AlreadyExistsException", "taken"));
    }

    @Test
    void recordsAChangeWithItsDigestsAndTheAnswer() {
        Key key = vault.addKey();
        probe.work = used -> Prepared.change(work -> {
            work.put(used.withDescription("new"));
            return new Probe.Response("m", Optional.empty());
        });

        vault.owner().call(Probe.Request.of(key));

        assertThat(vault.newestEvent().changes())
                .extracting(AuditEvent.Change::kind, AuditEvent.Change::identity)
                .containsExactly(tuple("key", key.id()));
        assertThat(vault.key(key.id()).changedBy())
                .isEqualTo(vault.rows().getFirst().number());
    }

    @Test
    void tellsWhoAskedWhatAndWhyItWasAllowed() {
        Key key = vault.addKey();

        vault.owner().call(Probe.Request.of(key));

        AuditEvent event = vault.newestEvent();
        assertThat(event.name()).isEqualTo("Probe");
        assertThat(event.actor())
                .isEqualTo(new AuditEvent.Actor(
                        "Root", "arn:aws:iam::111122223333:root", "owner", Optional.empty(), "test", "Keyhold"));
        assertThat(event.additional().values())
                .containsEntry(
                        "decision",
                        new Detail.Items(List.of(new Detail.Text(
                                "Allowed by the key policy's statement \"Enable IAM User Permissions\"."))))
                .containsEntry("keyMaterialId", new Detail.Text(key.currentMaterial().id()));
        assertThat(event.requestId()).isPresent();
        assertThat(event.time()).isEqualTo(vault.clock.instant());
    }

    @Test
    void neverRecordsBytes() {
        Key key = vault.addKey();
        probe.work = _ -> Prepared.answer(
                new Probe.Response("m", Optional.of(SecretBytes.takeOver("plain".getBytes()))));

        vault.owner().call(Probe.Request.of(key));

        assertThat(vault.newestEvent().requestParameters().values()).containsOnlyKeys("keyId");
        assertThat(vault.newestEvent().responseElements().isEmpty()).isTrue();
    }

    @Test
    void wipesTheAnswerOfADryRun() {
        Key key = vault.addKey();
        SecretBytes secret = SecretBytes.takeOver(new byte[8]);
        probe.work = _ -> Prepared.answer(new Probe.Response("m", Optional.of(secret)));

        assertThat(fault(Probe.Request.of(key).asDryRun())).isEqualTo(Fault.DryRunOperationException);

        assertThat(secret.isDestroyed()).isTrue();
    }

    @Test
    void turnsAFailureInsideIntoAFaultOfTheServiceThatTellsNothing() {
        Key key = vault.addKey();
        probe.work = _ -> {
            throw new IllegalStateException("secret detail");
        };

        KmsException refusal = refusal(Probe.Request.of(key));

        assertThat(refusal.fault()).isEqualTo(Fault.KMSInternalException);
        assertThat(refusal).hasMessage("Probe failed inside Keyhold (IllegalStateException). Nothing was changed.");
        assertThat(vault.newestEvent().outcome()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesAnOperationThatDeclaresNoPermission() {
        Key key = vault.addKey();
        probe.accesses = _ -> List.of();

        assertThat(fault(Probe.Request.of(key))).isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void knowsOnlyWhatIsRegistered() {
        record Unheard() implements KmsRequest<String> {}

        assertThatThrownBy(() -> vault.owner().call(new Unheard()))
                .isInstanceOfSatisfying(
                        KmsException.class,
                        refusal -> assertThat(refusal.fault()).isEqualTo(Fault.UnknownOperationException));
        assertThat(vault.pipeline.requestType("Encrypt")).contains(
                Encrypt.Request.class);
    }

    @Test
    void refusesEverythingOnceLocked() {
        Key key = vault.addKey();
        int before = vault.rows().size();
        vault.pipeline.lock();
        vault.pipeline.lock();

        assertThat(refusal(Probe.Request.of(key))).hasMessageContaining("The vault is locked");
        assertThat(vault.rows()).hasSize(before);
    }

    private Fault fault(Probe.Request request) {
        return refusal(request).fault();
    }

    private KmsException refusal(Probe.Request request) {
        return catchThrowableOfType(KmsException.class, () -> vault.owner().call(request));
    }
}
