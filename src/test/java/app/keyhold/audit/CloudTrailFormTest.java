package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudTrailFormTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> shapes() {
        return GoldenEvents.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theRecordIsAsCloudTrailWritesIt(String name) throws IOException {
        Map<String, @Nullable Object> record = CloudTrailForm.of(
                Objects.requireNonNull(GoldenEvents.ALL.get(name)), "123456789012", "us-east-1");
        assertThat(JSON.readValue(JSON.writeValueAsString(record), new Members()))
                .containsExactlyEntriesOf(golden(name));
    }

    private static Map<String, @Nullable Object> golden(String name) throws IOException {
        try (InputStream golden = CloudTrailFormTest.class.getResourceAsStream("v1/" + name + ".cloudtrail.json")) {
            return JSON.readValue(Objects.requireNonNull(golden), new Members());
        }
    }

    private static final class Members extends TypeReference<Map<String, @Nullable Object>> {}
}
