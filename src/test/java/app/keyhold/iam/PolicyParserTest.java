package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"            | Line 4, column 12: Effect must be Allow or Deny.",
        "\"Effect\": \"Allow\", \"Action\": [\"*\", \"do it\"], \"Resource\": \"*\" | Line 4, column 37: \"do it\" is no action; actions look like kms:Encrypt, kms:Describe* or *.",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": 7               | Line 4, column 48: A text is expected here, not a number.",
        "\"Effect\": \"Allow\", \"Action\": \"*\"                             | Line 3, column 16: A statement needs Resource or NotResource.",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"When\": 1 | Line 4, column 53: A statement has no element \"When\".",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"ja\"}} | Line 4, column 99: Bool compares with true or false, not \"ja\".",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Bool\": {\"aws:Moon\": true}} | Line 4, column 76: Keyhold does not know the condition key \"aws:Moon\", and a condition is never ignored. It knows the keys of AWS KMS and the global ones of AWS.",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Boole\": {\"aws:SecureTransport\": true}} | Line 4, column 67: There is no condition operator \"Boole\", and a condition is never ignored.",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"arn:aws:iam::${aws:userid}:x\" | Line 4, column 48: A variable in a resource stands behind the ARN's fifth colon.",
        "\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"StringLike\": {\"aws:userid\": [\"a\", \"${aws:x}\"]}} | Line 4, column 102: \"aws:x\" is no condition key that a variable could stand for.",
    })
    void tellsThePlaceOfEachMistake(String statement, String message) {
        String policy = """
                {
                  "Version": "2012-10-17",
                  "Statement": {
                 %s
                  }
                }""".formatted(statement.strip());

        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy(policy)).hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "111122223333",
        "arn:aws:iam::111122223333:root",
        "arn:aws:iam::111122223333:user/eva",
        "arn:aws:iam::111122223333:user/staff/eva",
        "arn:aws:iam::111122223333:role/auditor",
        "arn:aws:sts::111122223333:assumed-role/auditor/eva@home",
    })
    void takesWhomAPolicyCanName(String principal) {
        PolicyDocument policy = PolicyDocument.parseKeyPolicy("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \""
                + principal + "\"}, \"Action\": \"*\", \"Resource\": \"*\"}}");

        assertThat(policy.namedPrincipals()).containsExactly(principal);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "arn:aws:iam::111122223333:user/*",
        "arn:aws:iam::111122223333:group/staff",
        "arn:aws:iam::*:root",
        "arn:aws:sts::111122223333:assumed-role/auditor",
        "arn:aws:sts::111122223333:federated-user/eva",
        "arn:aws:kms:us-east-1:111122223333:key/x",
        "11112222333",
        "eva",
    })
    void refusesWhomNobodyCanBe(String principal) {
        assertThatThrownBy(() -> PolicyDocument.parseKeyPolicy("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \""
                        + principal + "\"}, \"Action\": \"*\", \"Resource\": \"*\"}}"))
                .hasMessageContaining("is no principal; give an account, or the ARN of a user, role, session or account root.");
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
