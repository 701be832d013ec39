package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyNamesTest {
    private static final String POLICY = """
            {"Version":"2012-10-17", "Id":"eva",
              "Statement" : [
                { "Sid":"eva", "Effect":"Allow",
                  "Principal":{ "AWS" : ["eva",\t"tom", "\\u0065va"], "Service":"eva" }, "Action":"kms:*",
                  "Resource":"eva", "Condition":{"StringEquals":{"aws:username":"eva"}} },
                {"Effect":"Deny","NotPrincipal":{"AWS":"eva"},"Action":"eva","Resource":"*"} ] }
            """;

    @Test
    void onlyTheNamesOfPrincipalsAreReplacedAndNothingElseMoves() {
        String renamed = PolicyNames.renamed(POLICY, name -> name.equals("eva") ? "somebody-longer" : name);

        assertThat(renamed)
                .isEqualTo(POLICY.replace("[\"eva\",", "[\"somebody-longer\",")
                        .replace("\"\\u0065va\"", "\"somebody-longer\"")
                        .replace("NotPrincipal\":{\"AWS\":\"eva\"", "NotPrincipal\":{\"AWS\":\"somebody-longer\""));
        assertThat(PolicyNames.renamed(renamed, name -> name)).isEqualTo(renamed);
    }

    @Test
    void namesComeAsJsonMeansThem() {
        List<String> seen = new ArrayList<>();
        PolicyNames.renamed(POLICY, name -> {
            seen.add(name);
            return name;
        });

        assertThat(seen).containsExactlyInAnyOrder("eva", "tom", "eva", "eva");
    }

    @Test
    void whatNamesNobodyStaysAsItIs() {
        for (String policy : List.of("{}", "{\"Statement\":{\"Principal\":\"*\"}}", "{\"Statement\":[]}", "[]")) {
            assertThat(PolicyNames.renamed(policy, name -> "x")).isEqualTo(policy);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AIDA234567ABCDEFGHIJK, true",
        "AROA234567ABCDEFGHIJK, true",
        "AROA234567ABCDEFGHIJK:nightly, true",
        "AROA234567ABCDEFGHIJK:, false",
        "AIDA234567ABCDEFGHIJ, false",
        "AKIA234567ABCDEFGHIJK, false",
        "aida234567abcdefghijk, false",
        "123456789012, false",
        "arn:aws:iam::123456789012:user/AIDA234567ABCDEFGHIJK, false",
    })
    void aUniqueIdIsKnownByItsForm(String name, boolean is) {
        assertThat(PolicyNames.isUniqueId(name)).isEqualTo(is);
    }
}
