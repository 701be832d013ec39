package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.iam.Identity.NamedPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyVariablesTest {
    private static final String ACCOUNT = "111122223333";
    private static final Principal EVA = new Principal.User(ACCOUNT, "eva");

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    @Test
    void aVariableInAResourceStandsForTheFact() {
        String own = "\"arn:aws:iam::111122223333:user/${aws:username}\"";

        assertThat(allows(resource(own), "arn:aws:iam::111122223333:user/eva", Map.of("aws:username", "eva"))).isTrue();
        assertThat(allows(resource(own), "arn:aws:iam::111122223333:user/tom", Map.of("aws:username", "eva"))).isFalse();
    }

    @Test
    void signsThatAVariableBringsInStandForThemselves() {
        String own = "\"arn:aws:iam::111122223333:user/${aws:username}\"";

        assertThat(allows(resource(own), "arn:aws:iam::111122223333:user/tom", Map.of("aws:username", "*"))).isFalse();
        assertThat(allows(resource(own), "arn:aws:iam::111122223333:user/*", Map.of("aws:username", "*"))).isTrue();
    }

    @Test
    void aVariableWithoutValueMatchesNoResource() {
        String own = "\"arn:aws:iam::111122223333:user/*${aws:username}\"";

        assertThat(allows(resource(own), "arn:aws:iam::111122223333:user/", Map.of())).isFalse();
        assertThat(allows(notResource(own), "arn:aws:iam::111122223333:user/", Map.of())).isTrue();
    }

    @Test
    void aVariableWithoutValueEqualsNothing() {
        String equals = condition("StringEquals", "${aws:PrincipalTag/team}");
        String notEquals = condition("StringNotEquals", "${aws:PrincipalTag/team}");
        var facts = Map.of("aws:UserAgent", "");

        assertThat(allows(equals, "*", facts)).isFalse();
        assertThat(allows(notEquals, "*", facts)).isTrue();
    }

    @Test
    void aVariableMayHaveADefault() {
        String policy = condition("StringEquals", "${aws:PrincipalTag/team, 'whole company'}");

        assertThat(allows(policy, "*", Map.of("aws:UserAgent", "whole company"))).isTrue();
        assertThat(allows(policy, "*", Map.of("aws:UserAgent", "red", "aws:PrincipalTag/team", "red"))).isTrue();
        assertThat(allows(policy, "*", Map.of("aws:UserAgent", "whole company", "aws:PrincipalTag/team", "red")))
                .isFalse();
    }

    @Test
    void variablesMayBePartOfAPattern() {
        String policy = condition("StringLike", "home/${aws:username}/*");

        assertThat(allows(policy, "*", Map.of("aws:username", "eva", "aws:UserAgent", "home/eva/x"))).isTrue();
        assertThat(allows(policy, "*", Map.of("aws:username", "eva", "aws:UserAgent", "home/tom/x"))).isFalse();
    }

    @Test
    void aColonThatAVariableBringsInDividesNoArn() {
        String policy = condition("ArnLike", "arn:aws:iam::${aws:PrincipalAccount}:user/*");

        assertThat(allows(policy, "*", Map.of("aws:PrincipalAccount", "1", "aws:UserAgent", "arn:aws:iam::1:user/eva")))
                .isTrue();
        assertThat(allows(policy, "*", Map.of("aws:PrincipalAccount", "1:user/eva", "aws:UserAgent", "arn:aws:iam::1:user/eva")))
                .isFalse();
    }

    @Test
    void olderVersionsKnowNoVariables() {
        String old = condition("StringEquals", "${aws:username}").replace("2012-10-17", "2008-10-17");
        String none = condition("StringEquals", "${aws:username}").replace("\"Version\":\"2012-10-17\",", "");

        assertThat(List.of(old, none)).allSatisfy(policy -> {
            assertThat(allows(policy, "*", Map.of("aws:username", "eva", "aws:UserAgent", "eva"))).isFalse();
            assertThat(allows(policy, "*", Map.of("aws:UserAgent", "${aws:username}"))).isTrue();
        });
    }

    @Test
    void namesOfKeysKnowNoCase() {
        String policy = condition("StringEquals", "${AWS:UserName}");

        assertThat(allows(policy, "*", Map.of("aws:username", "eva", "aws:UserAgent", "eva"))).isTrue();
    }

    @Test
    void variablesStandBehindTheFifthColon() {
        assertThatThrownBy(() -> PolicyDocument.parseIdentityPolicy(
                        resource("\"arn:aws:iam::${aws:PrincipalAccount}:user/*\"")))
                .hasMessageContaining("behind the ARN's fifth colon");
    }

    private boolean allows(String policy, String resource, Map<String, String> facts) {
        var question = new Question(
                EVA, ACCOUNT, "iam:GetUser", resource, key -> Optional.ofNullable(facts.get(key.name())).stream().toList());
        var authority =
                new Authority(List.of(new NamedPolicy("One", policy)), Optional.empty(), Optional.empty());
        return evaluator.decideByIdentity(question, authority).isAllowed();
    }

    private static String resource(String json) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":" + json + "}}";
    }

    private static String notResource(String json) {
        return resource(json).replace("\"Resource\"", "\"NotResource\"");
    }

    private static String condition(String operator, String value) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\""
                + operator + "\":{\"aws:UserAgent\":\"" + value + "\"}}}}";
    }
}
