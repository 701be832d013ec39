package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each row: an operator, the policy's values as JSON, the request's values (`-` none, `''` an empty text, `;` between
/// several), and whether the condition holds.
class ConditionTest {
    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "StringEquals              | \"red\"                    | red         | true",
        "StringEquals              | \"red\"                    | Red         | false",
        "StringEquals              | \"red\"                    | -           | false",
        "StringEquals              | [\"blue\", \"red\"]        | red         | true",
        "StringEquals              | \"r*\"                     | red         | false",
        "StringEquals              | \"r*\"                     | r*          | true",
        "StringEquals              | \"\"                       | ''          | true",
        "StringEquals              | true                       | true        | true",
        "StringNotEquals           | \"red\"                    | red         | false",
        "StringNotEquals           | \"red\"                    | blue        | true",
        "StringNotEquals           | \"red\"                    | -           | true",
        "StringNotEquals           | [\"blue\", \"red\"]        | red         | false",
        "StringNotEquals           | [\"blue\", \"red\"]        | green       | true",
        "StringEqualsIgnoreCase    | \"Red\"                    | rED         | true",
        "StringEqualsIgnoreCase    | \"Red\"                    | reed        | false",
        "StringNotEqualsIgnoreCase | \"Red\"                    | rED         | false",
        "StringNotEqualsIgnoreCase | \"Red\"                    | -           | true",
        "StringLike                | \"r?d*\"                   | redder      | true",
        "StringLike                | \"r?d*\"                   | RED         | false",
        "StringLike                | \"r?d\"                    | rd          | false",
        "StringLike                | \"a?b\"                    | a😀b        | true",
        "StringLike                | \"*\"                      | -           | false",
        "StringLike                | \"${*}\"                   | anything    | false",
        "StringLike                | \"${*}${?}${$}\"           | *?$         | true",
        "StringNotLike             | \"r*\"                     | red         | false",
        "StringNotLike             | \"r*\"                     | blue        | true",
        "StringNotLike             | \"r*\"                     | -           | true",
    })
    void comparesTexts(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "NumericEquals             | 7           | 7      | true",
        "NumericEquals             | \"7.0\"     | 7      | true",
        "NumericEquals             | 7           | 8      | false",
        "NumericEquals             | [7, 8]      | 8      | true",
        "NumericEquals             | 7           | seven  | false",
        "NumericEquals             | 7           | -      | false",
        "NumericNotEquals          | 7           | 7      | false",
        "NumericNotEquals          | 7           | 8      | true",
        "NumericNotEquals          | 7           | seven  | true",
        "NumericNotEquals          | 7           | -      | true",
        "NumericLessThan           | 7           | 6.9    | true",
        "NumericLessThan           | 7           | 7      | false",
        "NumericLessThan           | -1          | -2     | true",
        "NumericLessThanEquals     | 7           | 7      | true",
        "NumericLessThanEquals     | 7           | 8      | false",
        "NumericGreaterThan        | 7           | 8      | true",
        "NumericGreaterThan        | 7           | 7      | false",
        "NumericGreaterThan        | 7           | -      | false",
        "NumericGreaterThanEquals  | 7           | 7      | true",
        "NumericGreaterThanEquals  | 7           | 6      | false",
    })
    void comparesNumbers(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "DateEquals                | \"2026-03-01T12:00:00Z\"      | 2026-03-01T12:00:00Z | true",
        "DateEquals                | \"2026-03-01T13:00+01:00\"    | 2026-03-01T12:00:00Z | true",
        "DateEquals                | \"1772366400\"                | 2026-03-01T12:00:00Z | true",
        "DateEquals                | 1772366400                    | 1772366400           | true",
        "DateEquals                | \"2026-03-01\"                | 2026-03-01T00:00:00Z | true",
        "DateEquals                | \"2026-03\"                   | 2026-03-01T00:00:00Z | true",
        "DateEquals                | \"2026\"                      | 2026-01-01T00:00:00Z | true",
        "DateEquals                | \"2026\"                      | yesterday            | false",
        "DateNotEquals             | \"2026-03-01T12:00:00Z\"      | 2026-03-01T12:00:00Z | false",
        "DateNotEquals             | \"2026-03-01T12:00:00Z\"      | -                    | true",
        "DateLessThan              | \"2026-03-01T12:00:00Z\"      | 2026-03-01T11:59:59.999Z | true",
        "DateLessThan              | \"2026-03-01T12:00:00Z\"      | 2026-03-01T12:00:00Z | false",
        "DateLessThanEquals        | \"2026-03-01T12:00:00Z\"      | 2026-03-01T12:00:00Z | true",
        "DateGreaterThan           | \"2026-03-01T12:00:00Z\"      | 2026-03-01T12:00:01Z | true",
        "DateGreaterThan           | \"2026-03-01T12:00:00Z\"      | -                    | false",
        "DateGreaterThanEquals     | \"2026-03-01T12:00:00Z\"      | 2026-03-01T12:00:00Z | true",
    })
    void comparesDates(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Bool                      | \"true\"                      | true                 | true",
        "Bool                      | true                          | false                | false",
        "Bool                      | \"false\"                     | false                | true",
        "Bool                      | \"true\"                      | -                    | false",
        "Bool                      | \"false\"                     | -                    | false",
        "BinaryEquals              | \"c2VjcmV0\"                  | c2VjcmV0             | true",
        "BinaryEquals              | \"c2VjcmV0\"                  | c2VjcmVU             | false",
        "BinaryEquals              | \"c2VjcmV0\"                  | -                    | false",
        "IpAddress                 | \"203.0.113.0/24\"            | 203.0.113.77         | true",
        "IpAddress                 | \"203.0.113.0/24\"            | 203.0.114.77         | false",
        "IpAddress                 | \"203.0.113.9\"               | 203.0.113.9          | true",
        "IpAddress                 | \"203.0.113.9\"               | 203.0.113.10         | false",
        "IpAddress                 | \"0.0.0.0/0\"                 | 203.0.113.10         | true",
        "IpAddress                 | \"2001:db8::/32\"             | 2001:DB8:1::1        | true",
        "IpAddress                 | \"2001:db8::/32\"             | 2001:db9::1          | false",
        "IpAddress                 | [\"127.0.0.1\", \"::1\"]      | 0:0:0:0:0:0:0:1      | true",
        "IpAddress                 | \"::/0\"                      | 127.0.0.1            | false",
        "IpAddress                 | \"127.0.0.0/8\"               | localhost            | false",
        "IpAddress                 | \"127.0.0.0/8\"               | -                    | false",
        "NotIpAddress              | \"127.0.0.0/8\"               | 127.0.0.1            | false",
        "NotIpAddress              | \"127.0.0.0/8\"               | 10.0.0.1             | true",
        "NotIpAddress              | \"127.0.0.0/8\"               | -                    | true",
    })
    void comparesTruthBytesAndAddresses(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "ArnEquals                 | \"arn:aws:iam::1:user/eva\"   | arn:aws:iam::1:user/eva     | true",
        "ArnEquals                 | \"arn:aws:iam::1:user/*\"     | arn:aws:iam::1:user/eva     | true",
        "ArnLike                   | \"arn:aws:iam::1:user/e?a\"   | arn:aws:iam::1:user/eva     | true",
        "ArnLike                   | \"arn:*:*:*:*:*\"             | arn:aws:iam::1:user/eva     | true",
        "ArnLike                   | \"arn:aws:*::1:user/eva\"     | arn:aws:iam:us:1:user/eva   | false",
        "ArnLike                   | \"arn:aws:*:*:*:user/eva\"    | arn:aws:iam::1:user/Eva     | false",
        "ArnLike                   | \"arn:aws:s3:::a:*\"          | arn:aws:s3:::a:b:c          | true",
        "ArnLike                   | \"arn:aws:iam::*:root\"       | no ARN                      | false",
        "ArnLike                   | \"arn:aws:iam::*:root\"       | -                           | false",
        "ArnNotEquals              | \"arn:aws:iam::1:user/*\"     | arn:aws:iam::1:user/eva     | false",
        "ArnNotLike                | \"arn:aws:iam::1:user/*\"     | arn:aws:iam::1:role/eva     | true",
        "ArnNotLike                | \"arn:aws:iam::1:user/*\"     | -                           | true",
    })
    void comparesArnsPartByPart(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "StringEqualsIfExists              | \"red\"   | -        | true",
        "StringEqualsIfExists              | \"red\"   | blue     | false",
        "StringNotEqualsIfExists           | \"red\"   | -        | true",
        "NumericLessThanIfExists           | 7         | -        | true",
        "NumericLessThanIfExists           | 7         | 7        | false",
        "BoolIfExists                      | true      | -        | true",
        "BoolIfExists                      | true      | false    | false",
        "IpAddressIfExists                 | \"::1\"   | -        | true",
        "ArnLikeIfExists                   | \"arn:aws:iam::1:*\" | - | true",
        "Null                              | true      | -        | true",
        "Null                              | \"true\"  | red      | false",
        "Null                              | \"false\" | red      | true",
        "Null                              | false     | -        | false",
    })
    void asksWhetherThereIsAFactAtAll(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "ForAllValues:StringEquals         | [\"a\", \"b\"]  | a;b      | true",
        "ForAllValues:StringEquals         | [\"a\", \"b\"]  | a;c      | false",
        "ForAllValues:StringEquals         | [\"a\", \"b\"]  | -        | true",
        "ForAllValues:StringEquals         | [\"a\", \"b\"]  | ''       | true",
        "ForAllValues:StringNotEquals      | [\"a\", \"b\"]  | c;d      | true",
        "ForAllValues:StringNotEquals      | [\"a\", \"b\"]  | a;c      | false",
        "ForAllValues:StringNotEquals      | [\"a\", \"b\"]  | -        | true",
        "ForAllValues:StringEqualsIfExists | [\"a\", \"b\"]  | -        | true",
        "ForAllValues:StringLike           | \"a*\"          | a1;a2    | true",
        "ForAllValues:NumericLessThan      | 3               | 1;2      | true",
        "ForAnyValue:StringEquals          | [\"a\", \"b\"]  | c;b      | true",
        "ForAnyValue:StringEquals          | [\"a\", \"b\"]  | c;d      | false",
        "ForAnyValue:StringEquals          | [\"a\", \"b\"]  | -        | false",
        "ForAnyValue:StringEquals          | \"\"            | ''       | false",
        "ForAnyValue:StringNotEquals       | [\"a\", \"b\"]  | a;c      | true",
        "ForAnyValue:StringNotEquals       | [\"a\", \"b\"]  | a;b      | false",
        "ForAnyValue:StringNotEquals       | [\"a\", \"b\"]  | -        | false",
        "ForAnyValue:StringEqualsIfExists  | [\"a\", \"b\"]  | -        | false",
        "ForAnyValue:StringEqualsIgnoreCase| [\"a\", \"b\"]  | B        | true",
        "StringEquals                      | \"a\"           | a;b      | true",
        "StringNotEquals                   | \"a\"           | a;b      | false",
        "StringNotEquals                   | \"c\"           | a;b      | true",
    })
    void comparesSets(String operator, String values, String fact, boolean holds) {
        assertThat(holds(operator, values, fact)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "NumericEquals         | \"seven\"        | Line 1, column 37: A number such as 7 or 2.5 is expected, not \"seven\".",
        "NumericEquals         | \"1e400\"        | A number such as",
        "DateLessThan          | \"01.03.2026\"   | A date such as 2026-03-01",
        "DateLessThan          | \"2026-02-30\"   | A date such as",
        "Bool                  | \"yes\"          | Bool compares with true or false, not \"yes\".",
        "Null                  | \"maybe\"        | Null compares with true or false",
        "Null                  | [true, false]    | Null takes one value",
        "BinaryEquals          | \"no base64!\"   | Bytes in base64 are expected",
        "IpAddress             | \"localhost\"    | An address or range such as",
        "IpAddress             | \"10.0.0.0/33\"  | An address or range such as",
        "IpAddress             | \"10.0.0/8\"     | An address or range such as",
        "ArnLike               | \"*\"            | An ARN has six parts",
        "StringEquals          | []               | The list is empty",
        "StringEquals          | {}               | A text is expected here, not an object",
        "StringEquals          | \"${aws:moon}\"  | \"aws:moon\" is no condition key",
        "StringEquals          | \"${aws:username\" | A variable is written ${key}",
        "StringEquals          | \"${aws:TagKeys}\" | can have several values",
        "NullIfExists          | true             | Null stands alone",
        "ForAnyValue:Null      | true             | Null stands alone",
        "ForSomeValues:StringEquals | \"a\"       | There is no condition operator \"ForSomeValues:StringEquals\"",
        "stringequals          | \"a\"            | There is no condition operator",
        "BoolNotEquals         | true             | There is no condition operator",
    })
    void refusesValuesItCanMakeNothingOf(String operator, String values, String sentence) {
        assertThatThrownBy(() -> conditions(operator, values))
                .isInstanceOf(PolicySyntaxException.class)
                .hasMessageContaining(sentence);
    }

    private static boolean holds(String operator, String values, String fact) {
        List<String> facts =
                switch (fact) {
                    case "-" -> List.of();
                    case "''" -> List.of("");
                    default -> Arrays.asList(fact.split(";"));
                };
        return conditions(operator, values).getFirst().holds(_ -> facts);
    }

    private static List<Condition> conditions(String operator, String values) {
        return new PolicyConditions(true)
                .parse(PolicyJson.read("{\"" + operator + "\": {\"aws:UserAgent\": " + values + "}}"));
    }
}
