package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.region.UpdatePrimaryRegion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may do what reaches into another Region.
class MultiRegionAccessTest {
    private static final String ALL = """
            {"Effect":"Allow","Action":"kms:*","Resource":"*"}""";

    private final Neighbours neighbours = new Neighbours();
    private final Desk desk = neighbours.desk();
    private final String key = neighbours.replicatedKey();

    @AfterEach
    void close() {
        neighbours.close();
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({"kms:ReplicateKey", "kms:CreateKey", "kms:TagResource"})
    void replicatingNeedsThePrimaryTheOtherRegionAndForTagsThoseToo(String action) {
        Client all = desk.user("all", policy(ALL));
        Client allButOne = desk.user("some", policy(ALL, """
                {"Effect":"Deny","Action":"%s","Resource":"*"}""".formatted(action)));

        refused(allButOne, replicate(), action);
        all.call(replicate());
    }

    @Test
    void whoMayMakeKeysInOneRegionAloneReplicatesToNoOther() {
        Client athome = desk.user("athome", policy(ALL, """
                {"Effect":"Deny","Action":"kms:CreateKey","Resource":"*",
                 "Condition":{"StringNotEquals":{"aws:RequestedRegion":"us-east-1"}}}"""));

        refused(athome, replicate(), "kms:CreateKey");
    }

    @Test
    void aPolicyCanNameTheRegionThatReplicasMayBeIn() {
        Client european = desk.user("european", policy(ALL, """
                {"Effect":"Deny","Action":"kms:ReplicateKey","Resource":"*",
                 "Condition":{"StringNotEquals":{"kms:ReplicaRegion":"eu-west-1"}}}"""));

        refused(european, replicate(), "kms:ReplicateKey");
    }

    @Test
    void movingThePrimaryAsksThePoliciesOfBothKeys() {
        Client mover = desk.user("mover", policy(ALL));
        neighbours.near().call(new PutKeyPolicy.Request(
                Optional.of(true),
                key,
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*",
                 "Action":"kms:UpdatePrimaryRegion","Resource":"*"}]}""",
                Optional.empty()));

        refused(mover, new UpdatePrimaryRegion.Request(key, Neighbours.NEAR), "kms:UpdatePrimaryRegion");
    }

    private ReplicateKey.Request replicate() {
        return new ReplicateKey.Request(
                Optional.empty(),
                Optional.empty(),
                key,
                Optional.empty(),
                Neighbours.AWAY,
                List.of(new Tag("colour", "red")));
    }

    private static void refused(Client client, KmsRequest<?> request, String action) {
        assertThat(catchThrowableOfType(KmsException.class, () -> client.call(request)))
                .hasMessageContaining(action)
                .extracting(KmsException::fault)
                .isEqualTo(Fault.AccessDeniedException);
    }

    private static NamedPolicy policy(String... statements) {
        return new NamedPolicy("some", "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}");
    }
}
