package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.policy.ListKeyPolicies;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final String DEFAULT = KeyPolicies.defaultPolicy(Desk.ACCOUNT);
    private static final String LOOK_ONLY = policy("arn:aws:iam::123456789012:root", "kms:Describe*");

    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKeyStartsWithTheDefaultPolicy() {
        var answer = desk.call(GetKeyPolicy.Request.of(key));

        assertThat(answer.policy()).isEqualTo(DEFAULT);
        assertThat(answer.policyName()).isEqualTo("default");
    }

    @Test
    void aPolicyIsAnsweredAsItWasPut() {
        String spaced = DEFAULT + "\n\n";
        desk.call(PutKeyPolicy.Request.of(key, spaced));

        assertThat(desk.call(GetKeyPolicy.Request.of(key)).policy()).isEqualTo(spaced);
    }

    @Test
    void onlyOneNameExists() {
        assertThat(desk.call(ListKeyPolicies.Request.of(key)).policyNames()).containsExactly("default");
        Refused.with(Fault.NotFoundException, "No such policy exists")
                .when(() -> desk.call(new GetKeyPolicy.Request(key, Optional.of("other"))));
        Refused.with(Fault.NotFoundException, "No such policy exists")
                .when(() -> desk.call(new PutKeyPolicy.Request(Optional.empty(), key, DEFAULT, Optional.of("other"))));
    }

    @Test
    void aPolicyThatLocksItsWriterOutIsRefused() {
        Refused.with(
                        Fault.MalformedPolicyDocumentException,
                        "The new key policy will not allow you to update the key policy in the future.")
                .when(() -> desk.call(PutKeyPolicy.Request.of(key, LOOK_ONLY)));
        assertThat(desk.call(GetKeyPolicy.Request.of(key)).policy()).isEqualTo(DEFAULT);
    }

    @Test
    void theLockOutCheckCanBeBypassed() {
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, LOOK_ONLY, Optional.empty()));

        assertThat(desk.call(DescribeKey.Request.of(key)).keyMetadata().keyId()).isEqualTo(key);
        Refused.by(Fault.AccessDeniedException, () -> desk.call(GetKeyPolicy.Request.of(key)));
    }

    @Test
    void aKeyIsNotMadeUnderAPolicyThatLocksItsMakerOut() {
        Refused.by(
                Fault.MalformedPolicyDocumentException,
                () -> desk.call(CreateKey.Request.symmetric("").withPolicy(LOOK_ONLY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{}", "{\"Version\": \"2012-10-17\", \"Statement\": []}x"})
    void whatIsNoPolicyIsMalformed(String policy) {
        Refused.by(Fault.MalformedPolicyDocumentException, () -> desk.call(PutKeyPolicy.Request.of(key, policy)));
        Refused.by(
                Fault.MalformedPolicyDocumentException,
                () -> desk.call(new PutKeyPolicy.Request(Optional.of(true), key, policy, Optional.empty())));
    }

    @Test
    void aPrincipalThatIsNotHereIsRefused() {
        String toStranger = policy("arn:aws:iam::123456789012:user/stranger", "kms:*");

        Refused.with(
                        Fault.MalformedPolicyDocumentException,
                        "Policy contains a statement with one or more invalid principals.")
                .when(() -> desk.call(new PutKeyPolicy.Request(Optional.of(true), key, toStranger, Optional.empty())));
    }

    @Test
    void aPrincipalThatIsHereIsAccepted() {
        Client eva = desk.user("eva", IdentityPolicies.keyUser());
        String toEva = policy("arn:aws:iam::123456789012:user/eva", "kms:*");
        desk.call(new PutKeyPolicy.Request(Optional.of(true), key, toEva, Optional.empty()));

        assertThat(eva.call(GetKeyPolicy.Request.of(key)).policy()).isEqualTo(toEva);
    }

    @Test
    void aPolicyHas32768BytesAtMost() {
        String longest = DEFAULT + " ".repeat(32_768 - DEFAULT.length());
        desk.call(PutKeyPolicy.Request.of(key, longest));

        assertThat(desk.stored(key).policy()).hasSize(32_768);
        Refused.by(Fault.LimitExceededException, () -> desk.call(PutKeyPolicy.Request.of(key, longest + " ")));
    }

    private static String policy(String principal, String action) {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "%s", "Resource": "*"}]}"""
                .formatted(principal, action);
    }
}
