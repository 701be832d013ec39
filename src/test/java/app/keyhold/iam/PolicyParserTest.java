package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyParserTest {
    private static final String ACCOUNT = "111122223333";

    @Test
    void takesTheDefaultKeyPolicyWithItsOneStatement() {
        PolicyDocument policy = PolicyDocument.parseKeyPolicy(KeyPolicies.defaultPolicy(ACCOUNT));

        assertThat(policy.id()).contains("key-default-1");
        assertThat(policy.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.label()).isEqualTo("Enable IAM User Permissions");
            assertThat(statement.actions()).containsExactly("kms:*");
            assertThat(statement.principals().names()).containsExactly("arn:aws:iam::111122223333:root");
        });
    }

    @Test
    void takesWhatKeyholdWritesItself() {
        PolicyDocument.parseKeyPolicy(KeyPolicies.serviceManaged(ACCOUNT, "us-east-1", Principal.Service.FILES));
        PolicyDocument.parseIdentityPolicy(IdentityPolicies.administrator().document());

        assertThat(PolicyDocument.parseIdentityPolicy(IdentityPolicies.keyUser().document()).statements())
                .hasSize(2);
    }

    @Test
    void namesAStatementWithoutSidByItsPosition() {
        PolicyDocument policy = PolicyDocument.parseIdentityPolicy("""
                {"Statement": [
                  {"Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*"},
                  {"Sid": "", "Effect": "Deny", "Action": ["kms:Decrypt"], "Resource": ["*"]}
                ]}""");

        assertThat(policy.statements()).extracting(Statement::label).containsExactly("statement 1", "statement 2");
    }

    @Test
    void tellsLineAndColumnOfWhatItRefuses() {
        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy("""
                {
                  "Statement": {
                    "Effect": "Permit",
                    "Action": "*",
                    "Resource": "*"
                  }
                }"""))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessage("Line 3, column 15: Effect must be Allow or Deny.")
                .asInstanceOf(InstanceOfAssertFactories.type(PolicySyntaxException.class))
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(15));
    }

    @Test
    void refusesAnOperatorItWouldHaveToIgnore() {
        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy(withCondition("""
                {"StringMatches": {"kms:ViaService": "x"}}""")))
                .hasMessageContaining("no condition operator \"StringMatches\"")
                .hasMessageContaining("never ignored");
    }

    @Test
    void refusesAConditionKeyItWouldHaveToIgnore() {
        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy(withCondition("""
                {"StringEquals": {"kms:Moon": "full"}}""")))
                .hasMessageContaining("does not know the condition key \"kms:Moon\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]                                                                              | is an object, not a list",
        "{\"Statement\": []}                                                             | The list is empty",
        "{}                                                                              | A policy needs Statement",
        "{\"Version\": \"2020-01-01\", \"Statement\": []}                                | Version must be 2012-10-17",
        "{\"Statements\": []}                                                            | A policy needs Statement",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"*\"}}                        | needs Resource or NotResource",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"*\",\"NotAction\":\"*\",\"Resource\":\"*\"}} | not both",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"Encrypt\",\"Resource\":\"*\"}} | \"Encrypt\" is no action",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"mine\"}}  | \"mine\" is no resource",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"principal\":\"*\"}} | no element \"principal\"",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Principal\":\"*\"}} | names none",
        "{\"Statement\": {\"Effect\":\"Allow\",\"Effect\":\"Deny\"}}                     | \"Effect\" is given twice",
        "{\"Statement\": {\"Effect\":\"Allow\"                                           | ',' is expected",
        "{\"Statement\": {\"Effect\":\"Allow\",}}                                        | A member's name in quotes",
        "{\"Id\": 01}                                                                    | A value is expected",
        "{\"Id\": \"\\q\"}                                                               | no escape of JSON",
        "{\"Id\": \"open                                                                 | quote is not closed",
        "{} {}                                                                           | more text after the end",
        "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]                                             | nested deeper than 16",
    })
    void refusesAnythingElse(String policy, String sentence) {
        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy(policy))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"eva\"                         | Principals are \"*\" or an object",
        "{}                              | A principal needs AWS or Service",
        "{\"AWS\": \"eva\"}              | \"eva\" is no principal",
        "{\"AWS\": []}                   | The list is empty",
        "{\"Federated\": \"x\"}          | no element \"Federated\"",
        "{\"Service\": \"files\"}        | \"files\" is no service",
    })
    void refusesPrincipalsNobodyCanBe(String principal, String sentence) {
        String policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": " + principal
                + ", \"Action\": \"*\", \"Resource\": \"*\"}}";

        assertThatThrownBy(() -> PolicyDocument.parseKeyPolicy(policy)).hasMessageContaining(sentence);
    }

    @Test
    void refusesAPolicyLargerThanAnyMayBe() {
        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy(" ".repeat(PolicyDocument.MAX_LENGTH + 1)))
                .hasMessageContaining("at most 131072 characters");
    }

    @Test
    void readsEscapesOfJson() {
        String policy = "{\"Id\": \"a\\u0041\\n\\\"\", \"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";

        assertThat(PolicyDocument.parseIdentityPolicy(policy).id()).contains("aA\n\"");
    }

    private static String withCondition(String condition) {
        return "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": " + condition
                + "}}";
    }
}
