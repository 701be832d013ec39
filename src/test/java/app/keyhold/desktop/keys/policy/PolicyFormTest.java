package app.keyhold.desktop.keys.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyFormTest {
    private static final String POLICY =
            """
            {
              "Version": "2012-10-17",
              "Id": "key-policy",
              "Statement": [
                {
                  "Sid": "Account",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": "arn:aws:iam::123456789012:root"
                  },
                  "Action": "kms:*",
                  "Resource": "*"
                },
                {
                  "Sid": "Services",
                  "Effect": "Deny",
                  "NotPrincipal": {
                    "AWS": [
                      "arn:aws:iam::123456789012:root",
                      "arn:aws:iam::123456789012:user/eva"
                    ],
                    "Service": "files.amazonaws.com"
                  },
                  "NotAction": [
                    "kms:Encrypt",
                    "kms:Decrypt"
                  ],
                  "Resource": "*",
                  "Condition": {
                    "StringEquals": {
                      "kms:ViaService": [
                        "files.us-east-1.amazonaws.com",
                        "ebs.us-east-1.amazonaws.com"
                      ],
                      "kms:CallerAccount": "123456789012"
                    }
                  }
                }
              ]
            }""";

    private static List<StatementDraft> read(String policy) {
        return PolicyForm.read(policy).orElseThrow();
    }

    @Test
    void everyElementHasItsField() {
        StatementDraft second = read(POLICY).get(1);
        assertThat(second.sid()).isEqualTo("Services");
        assertThat(second.allows()).isFalse();
        assertThat(second.principals().negated()).isTrue();
        assertThat(second.principals().values()).contains("files.amazonaws.com", "arn:aws:iam::123456789012:user/eva");
        assertThat(second.actions()).isEqualTo(new Terms(true, List.of("kms:Encrypt", "kms:Decrypt")));
        assertThat(second.conditions())
                .containsExactly(
                        new ConditionDraft("StringEquals", "kms:ViaService", "files.us-east-1.amazonaws.com, ebs.us-east-1.amazonaws.com"),
                        new ConditionDraft("StringEquals", "kms:CallerAccount", "123456789012"));
    }

    @Test
    void whatWasReadIsWrittenBackAsItWas() {
        assertThat(PolicyForm.write(POLICY, read(POLICY))).isEqualTo(POLICY);
    }

    @Test
    void theRestOfTheDocumentStays() {
        assertThat(PolicyForm.write(POLICY, read(POLICY).subList(0, 1))).contains("\"Id\": \"key-policy\"").doesNotContain("Services");
    }

    @Test
    void aSingleStatementNeedsNoList() {
        assertThat(read("{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"kms:*\", \"Resource\": \"*\"}}")).hasSize(1);
    }

    @Test
    void whatTheFormCantShowIsLeftToTheText() {
        assertThat(PolicyForm.read("no json")).isEmpty();
        assertThat(PolicyForm.read("{}")).isEmpty();
        assertThat(PolicyForm.read(POLICY.replace("\"Sid\": \"Account\"", "\"Comment\": \"x\""))).isEmpty();
        assertThat(PolicyForm.read(POLICY.replace("123456789012\"\n        }", "12,34\"\n        }"))).isEmpty();
    }
}
