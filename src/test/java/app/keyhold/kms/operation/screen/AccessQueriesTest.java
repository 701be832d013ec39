package app.keyhold.kms.operation.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.SmallVault;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.screen.CheckPolicy.Flaw;
import app.keyhold.kms.operation.screen.ExplainAccess.Verdict;
import app.keyhold.kms.operation.screen.QueryAccess.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessQueriesTest {
    private final SmallVault vault = new SmallVault();
    private final Key key = vault.addKey();

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void eachCellSaysHowFarAPrincipalGets() {
        vault.addUser("admin", policy("Allow", "kms:Put*"));
        vault.addUser("blocked", policy("Deny", "kms:*"));
        vault.addUser("nobody");
        vault.addUser("user", IdentityPolicies.keyUser().document());
        vault.addUser("writer", policy("Allow", "kms:Encrypt"));

        var answer = vault.owner().call(new QueryAccess.Request("s", List.of(key.id())));

        assertThat(answer.holders())
                .extracting(Holder::name)
                .containsExactly("owner", "admin", "blocked", "nobody", "user", "writer");
        assertThat(answer.rows().getFirst().cells())
                .extracting(QueryAccess.Cell::level)
                .containsExactly(Level.FULL, Level.ADMINISTRATION, Level.DENIED, Level.NONE, Level.USE, Level.PART);
        assertThat(answer.rows().getFirst().cells().getLast().allowed()).containsExactly("kms:Encrypt");
    }

    @Test
    void aGrantCounts() {
        Principal eva = vault.addUser("eva");
        vault.owner().call(CreateGrant.Request.of(key.id(), eva.arn(), GrantOperation.Decrypt));

        var cells = vault.owner()
                .call(new QueryAccess.Request("s", List.of(key.id())))
                .rows()
                .getFirst()
                .cells();

        assertThat(cells.getLast().allowed()).containsExactly("kms:Decrypt");
    }

    /// A block of the matrix is evaluated while it scrolls into view.
    @Test
    void twentyFiveKeysOfAHundredPeopleTakeNoTimeToSpeakOf() {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            keys.add(vault.addKey().id());
        }
        for (int i = 0; i < 100; i++) {
            vault.addUser("user-" + i, IdentityPolicies.keyUser().document(), policy("Deny", "kms:Sign"));
        }
        var request = new QueryAccess.Request("s", keys);
        vault.owner().call(request);

        long begun = System.nanoTime();
        assertThat(vault.owner().call(request).rows()).hasSize(25);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        System.getLogger("matrix").log(System.Logger.Level.INFO, "25 keys, 101 principals: " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whoCanIsToldWithTheDecidingStatementAsItStands() {
        vault.addUser("eva", """
                {"Statement": [{"Sid": "Other", "Effect": "Allow", "Action": "kms:List*", "Resource": "*"},
                 {"Sid": "Open", "Effect": "Allow", "Action": ["kms:Decrypt"], "Resource": "*"}]}""");
        vault.addUser("nobody");

        List<Verdict> verdicts = vault.owner()
                .call(ExplainAccess.Request.whoCan("s", key.id(), "kms:Decrypt", List.of()))
                .verdicts();

        assertThat(verdicts).extracting(verdict -> verdict.holder().name()).containsExactly("owner", "eva", "nobody");
        assertThat(verdicts).extracting(Verdict::decision).containsExactly("allowed", "allowed", "implicitDeny");
        assertThat(verdicts.get(1).statements().getLast().json()).contains("""
                {
                  "Sid": "Open",
                  "Effect": "Allow",
                  "Action": [
                    "kms:Decrypt"
                  ],
                  "Resource": "*"
                }""");
    }

    @Test
    void askedAboutOnePersonItAnswersForEachUse() {
        Principal eva = vault.addUser("eva", policy("Allow", "kms:Encrypt"));

        var verdicts = vault.owner()
                .call(ExplainAccess.Request.about("s", key.id(), eva.arn()))
                .verdicts();

        assertThat(verdicts)
                .extracting(Verdict::action)
                .containsExactly("kms:Encrypt", "kms:Decrypt", "kms:PutKeyPolicy");
    }

    @Test
    void whoMayNotReadPoliciesIsNotToldWhatTheySay() {
        Client eva = vault.client(vault.addUser("eva", IdentityPolicies.keyUser().document()));

        assertThat(catchThrowableOfType(
                        KmsException.class, () -> eva.call(new QueryAccess.Request("s", List.of(key.id()))))
                .fault())
                .isEqualTo(Fault.AccessDeniedException);
        assertThat(catchThrowableOfType(
                        KmsException.class,
                        () -> eva.call(ExplainAccess.Request.whoCan("s", key.id(), "kms:Decrypt", List.of())))
                .fault())
                .isEqualTo(Fault.AccessDeniedException);
    }

    @Test
    void aFlawIsNamedByLineAndColumn() {
        assertThat(flaw("IDENTITY", "{\"Statement\": {\n  \"Effect\": \"Permit\", \"Action\": \"*\", \"Resource\": \"*\"}}"))
                .contains(new Flaw(2, 13, "Effect must be Allow or Deny."));
        assertThat(flaw("IDENTITY", policy("Allow", "kms:Encrypt"))).isEmpty();
    }

    @Test
    void whoeverIsNotThereIsNamed() {
        String nobody = "arn:aws:iam::" + SmallVault.ACCOUNT + ":user/nobody";

        assertThat(flaw("TRUST", "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\",\n \"Principal\": {\"AWS\": \"" + nobody + "\"}}}"))
                .contains(new Flaw(2, 23, "There is nobody called " + nobody + " in this vault."));
    }

    private Optional<Flaw> flaw(String kind, String policy) {
        return vault.owner().call(new CheckPolicy.Request("s", policy, kind)).flaw();
    }

    private static String policy(String effect, String action) {
        return "{\"Statement\": {\"Effect\": \"" + effect + "\", \"Action\": \"" + action + "\", \"Resource\": \"*\"}}";
    }
}
