package app.keyhold.vault.operation;

import app.keyhold.iam.Identity;
import app.keyhold.kms.Access;
import app.keyhold.kms.Peers;
import app.keyhold.kms.PolicySimulator;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Substance;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Kind;
import app.keyhold.vault.operation.CheckVault.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The keys of a Region: whether their materials open, their names lead somewhere and somebody can administer them; and
/// whether the clock can be true.
final class KeyHealth {
    private static final int A_PAGE = 512;
    /// Two programs on one computer may differ by so much.
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final View view;
    private final MaterialWrapping materials;
    private final Instant now;
    private final PolicySimulator simulator = new PolicySimulator();

    KeyHealth(Peers.Peer region, Instant now) {
        this.view = region.view();
        this.materials = region.materials();
        this.now = now;
    }

    void look(Findings found) {
        var everybody = view.identities();
        List<Key> page = view.keys("", A_PAGE);
        while (!page.isEmpty()) {
            page.forEach(key -> {
                key.materials().forEach(material -> look(key, material, found));
                lookForAdministrator(key, everybody, found);
            });
            page = view.keys(page.getLast().id(), A_PAGE);
        }
        lookAtAliases(found);
        lookAtClock(found);
    }

    private void look(Key key, KeyMaterial material, Findings found) {
        if (!(material.substance() instanceof Substance.Wrapped)) {
            return;
        }
        try {
            materials.verify(key, material);
        } catch (StoreException damaged) {
            if (damaged.kind() != StoreException.Kind.DAMAGED) {
                throw damaged;
            }
            found.add(
                    Kind.MATERIALS,
                    new Finding(
                            Severity.DAMAGE,
                            "key " + key.id(),
                            "Its material " + material.id() + " does not open: it was damaged or exchanged.",
                            "Restore the key from the newest verified backup."));
        }
    }

    private void lookForAdministrator(Key key, List<Identity> everybody, Findings found) {
        var access = new Access.OnKey("kms:PutKeyPolicy", key);
        boolean administered = key.isServiceManaged()
                || everybody.stream()
                        .anyMatch(one -> simulator
                                .simulate(view, one, access, Map.of(), now)
                                .decision()
                                .isAllowed());
        if (!administered) {
            found.add(
                    Kind.POLICIES,
                    new Finding(
                            Severity.WARNING,
                            "key " + key.id(),
                            "Its policy lets nobody change it.",
                            "The owner can put another one with BypassPolicyLockoutSafetyCheck."));
        }
    }

    private void lookAtAliases(Findings found) {
        List<Alias> page = view.aliases("", A_PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(alias -> view.key(alias.targetKeyId()).isEmpty())
                    .forEach(alias -> found.add(
                            Kind.ALIASES,
                            new Finding(
                                    Severity.WARNING,
                                    alias.name(),
                                    "It leads to the key " + alias.targetKeyId() + ", which is not there.",
                                    "Lead it elsewhere or delete it: keyhold call UpdateAlias or DeleteAlias.")));
            page = view.aliases(page.getLast().name(), A_PAGE);
        }
    }

    private void lookAtClock(Findings found) {
        view.audit()
                .row(view.audit().head().number())
                .filter(newest -> newest.event().time().isAfter(now.plus(TOLERANCE)))
                .ifPresent(newest -> found.add(
                        Kind.CLOCK,
                        new Finding(
                                Severity.WARNING,
                                "clock",
                                "It is behind the newest event, of " + newest.event().time() + ".",
                                "Set the computer's clock; until then nothing is deleted on a date.")));
    }
}
