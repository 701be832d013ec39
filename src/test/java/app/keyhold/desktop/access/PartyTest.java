package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyTest {
    @ParameterizedTest
    @CsvSource({
        "eva,                                arn:aws:iam::123456789012:user/eva, false",
        "owner,                              arn:aws:iam::123456789012:root, false",
        "role/auditor,                       arn:aws:iam::123456789012:role/auditor, false",
        "ebs.amazonaws.com,                  ebs.amazonaws.com, true",
        "arn:aws:iam::123456789012:user/tom, arn:aws:iam::123456789012:user/tom, false",
    })
    void namesMeanWhatPeopleMean(String typed, String arn, boolean service) {
        Party party = Party.named("123456789012", " " + typed + " ");

        assertThat(party.arn()).isEqualTo(arn);
        assertThat(party.isService()).isEqualTo(service);
    }
}
