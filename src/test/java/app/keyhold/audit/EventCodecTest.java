package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    static Stream<String> goldenNames() {
        return GoldenEvents.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("goldenNames")
    void theFormOfVersionOneStays(String name) throws IOException {
        AuditEvent event = Objects.requireNonNull(GoldenEvents.ALL.get(name));
        byte[] golden = golden(name);
        assertThat(EventCodec.encode(event)).isEqualTo(golden);
        assertThat(EventCodec.decode(golden)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("goldenNames")
    void noPrefixIsTheSameEvent(String name) throws IOException {
        byte[] golden = golden(name);
        for (int length = 0; length < golden.length; length++) {
            byte[] cut = Arrays.copyOf(golden, length);
            formOf(cut).ifPresent(form -> assertThat(form).isEqualTo(cut));
            assertThat(formOf(cut).filter(form -> Arrays.equals(form, golden))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("goldenNames")
    void whateverIsReadHasExactlyThatForm(String name) throws IOException {
        byte[] golden = golden(name);
        var random = new Random(name.hashCode());
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = golden.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Optional<byte[]> form = formOf(changed);
            form.ifPresent(bytes -> assertThat(bytes).isEqualTo(changed));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "v1/refused.csv", numLinesToSkip = 1)
    void otherFormsAreRefused(String scenario, String hex, String reason) {
        assertThatThrownBy(() -> EventCodec.decode(HexFormat.of().parseHex(hex)))
                .as(scenario)
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void bytesAfterTheEndAreRefused() throws IOException {
        byte[] golden = golden("encrypt");
        assertThatThrownBy(() -> EventCodec.decode(Arrays.copyOf(golden, golden.length + 1)))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void aNewerVersionIsRefused() throws IOException {
        byte[] golden = golden("encrypt");
        golden[4] = 2;
        assertThatThrownBy(() -> EventCodec.decode(golden)).hasMessageContaining("newer");
    }

    @Test
    void whatIsTooLongForARowIsHashed() {
        AuditEvent fitted = EventLimits.fit(withContext("x".repeat(100_000)));
        assertThat(EventCodec.encode(fitted).length).isLessThanOrEqualTo(EventLimits.MAX_ROW);
        assertThat(fitted.requestParameters().values().get("value"))
                .isInstanceOfSatisfying(Detail.Text.class, text -> assertThat(text.value()).startsWith("sha256:"));
    }

    @Test
    void manyShortValuesFitToo() {
        var many = new Detail.Items(IntStream.range(0, 10_000)
                .<Detail>mapToObj(i -> new Detail.Text("value " + i))
                .toList());
        AuditEvent fitted = EventLimits.fit(with(Map.of("values", many)));
        assertThat(EventCodec.encode(fitted).length).isLessThanOrEqualTo(EventLimits.MAX_ROW);
    }

    @Test
    void halfASurrogatePairStillGetsItsRow() {
        AuditEvent fitted = EventLimits.fit(withContext("\ud83d and more"));
        assertThat(EventCodec.decode(EventCodec.encode(fitted))).isEqualTo(fitted);
    }

    private static AuditEvent withContext(String value) {
        return with(Map.of("value", new Detail.Text(value)));
    }

    private static AuditEvent with(Map<String, ? extends Detail> parameters) {
        AuditEvent event = GoldenEvents.encrypt();
        return new AuditEvent(
                event.time().plusNanos(1),
                event.id(),
                event.requestId(),
                event.kind(),
                event.source(),
                event.name(),
                event.effect(),
                event.actor(),
                event.resources(),
                Detail.members(parameters),
                event.responseElements(),
                event.additional(),
                event.outcome(),
                List.of());
    }

    private static Optional<byte[]> formOf(byte[] bytes) {
        try {
            return Optional.of(EventCodec.encode(EventCodec.decode(bytes)));
        } catch (MalformedRecordException refused) {
            return Optional.empty();
        }
    }

    static byte[] golden(String name) throws IOException {
        try (InputStream in = EventCodecTest.class.getResourceAsStream("v1/" + name + ".hex")) {
            String hex = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        }
    }
}
