package app.keyhold.kms.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BilledRequestsTest {
    @Test
    void theyAreTheOperationsOfTheServicesModelAndThoseOfMlKem() throws IOException {
        try (var model = getClass().getResourceAsStream("/app/keyhold/kms/kms-api.json")) {
            JsonNode operations = new ObjectMapper().readTree(Objects.requireNonNull(model)).path("operations");
            Set<String> names = new TreeSet<>(Set.of("Encapsulate", "Decapsulate"));
            operations.fieldNames().forEachRemaining(names::add);

            assertThat(BilledRequests.NAMES).isEqualTo(names);
        }
    }
}
