package app.keyhold.xks;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigV4Test {
    /// Case `post-vanilla` of the published Signature Version 4 test suite.
    @Test
    void signsThePublishedCase() {
        var signer = new SigV4(
                "us-east-1",
                "service",
                "AKIDEXAMPLE",
                SecretBytes.takeOver("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".getBytes(StandardCharsets.US_ASCII)));

        assertThat(signer.authorization(
                        "example.amazonaws.com",
                        "/",
                        SigV4.date(Instant.parse("2015-08-30T12:36:00Z")),
                        new byte[0]))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, "
                        + "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }
}
