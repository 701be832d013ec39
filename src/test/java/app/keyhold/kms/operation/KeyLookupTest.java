package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ListKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLookupTest {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-key-id", "1234abcd12ab34cd56ef1234567890ab", "mrk-fake-key-id"})
    void whatIsNoKeyIdIsInvalid(String id) {
        Refused.with(Fault.NotFoundException, "Invalid keyId '" + id + "'")
                .when(() -> desk.call(DescribeKey.Request.of(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234abcd-12ab-34cd-56ef-1234567890ab", "mrk-1234abcd12ab34cd56ef1234567890ab"})
    void aWellFormedIdOfNoKeyDoesNotExist(String id) {
        Refused.with(Fault.NotFoundException, "Key '" + Desk.arn(id) + "' does not exist")
                .when(() -> desk.call(DescribeKey.Request.of(id)));
    }

    @Test
    void anArnOfAnotherRegionIsInvalid() {
        Refused.with(Fault.NotFoundException, "Invalid arn eu-west-1")
                .when(() -> desk.call(DescribeKey.Request.of(
                        Desk.arn(UUID.randomUUID().toString()).replace("us-east-1", "eu-west-1"))));
    }

    @Test
    void aKeyIsDescribedByIdArnAndAlias() {
        String id = desk.createKey();
        desk.call(new CreateAlias.Request("alias/payroll", id));

        assertThat(Stream.of(id, Desk.arn(id), "alias/payroll", "arn:aws:kms:us-east-1:123456789012:alias/payroll")
                        .map(name -> desk.call(DescribeKey.Request.of(name)).keyMetadata().keyId()))
                .containsOnly(id);
    }

    @Test
    void managementTakesNoAlias() {
        desk.call(new CreateAlias.Request("alias/payroll", desk.createKey()));

        Refused.with(Fault.NotFoundException, "Invalid keyId 'alias/payroll'")
                .when(() -> desk.call(new DisableKey.Request("alias/payroll")));
    }

    @Test
    void grantTokensAreRefusedWhileThereAreNoGrants() {
        String id = desk.createKey();

        Refused.by(Fault.InvalidGrantTokenException, () -> desk.call(new DescribeKey.Request(List.of("token"), id)));
    }

    @Test
    void pagesTogetherListEveryKeyOnce() {
        List<String> made = Stream.generate(desk::createKey).limit(7).sorted().toList();
        List<String> listed = new ArrayList<>();
        Optional<String> marker = Optional.empty();
        do {
            var page = desk.call(new ListKeys.Request(Optional.of(3), marker));
            assertThat(page.truncated()).isEqualTo(page.nextMarker().isPresent());
            page.keys().forEach(key -> listed.add(key.keyId()));
            marker = page.nextMarker();
        } while (marker.isPresent());

        assertThat(listed).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "S0hNSw", "not base64 at all", "S0hNSwEAAAAAAAAAAGFiYw"})
    void aMarkerThatNoListGaveIsRefused(String marker) {
        Refused.by(Fault.InvalidMarkerException, () -> desk.call(ListKeys.Request.nextPage(marker)));
    }
}
