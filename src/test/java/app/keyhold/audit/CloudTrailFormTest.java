package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTrailFormTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @ValueSource(strings = {"encrypt", "denied", "delete-key", "schedule-deletion"})
    void theRecordIsAsCloudTrailWritesIt(String name) throws IOException {
        Map<String, Object> record = CloudTrailForm.of(
                Objects.requireNonNull(GoldenEvents.ALL.get(name)), "123456789012", "us-east-1");
        try (InputStream golden = getClass().getResourceAsStream("v1/" + name + ".cloudtrail.json")) {
            String expected = new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(JSON.writeValueAsString(record) + "\n").isEqualTo(expected);
        }
    }
}
