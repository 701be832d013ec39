package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContextCodecTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsEveryContextItWrote(long seed) {
        var context = randomContext(new Random(seed));

        assertThat(ContextCodec.decode(ByteBuffer.wrap(ContextCodec.encode(context)), 0)).isEqualTo(context);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void writesOneFormWhateverTheOrder(long seed) {
        var context = randomContext(new Random(seed));
        var shuffled = new HashMap<String, String>(512);
        context.keySet().stream().sorted((a, b) -> b.compareTo(a)).forEach(key -> shuffled.put(key, context.get(key)));

        assertThat(ContextCodec.encode(shuffled)).isEqualTo(ContextCodec.encode(context));
    }

    @Test
    void writesAnEmptyContextAsNothing() {
        assertThat(ContextCodec.encode(Map.of())).isEmpty();
    }

    @Test
    void sortsByBytesNotByChars() {
        // U+FF5E is above the surrogates of U+1D11E as a char, but below it in UTF-8.
        byte[] bytes = ContextCodec.encode(Map.of("𝄞", "", "～", ""));

        assertThat(List.copyOf(ContextCodec.decode(ByteBuffer.wrap(bytes), 0).keySet())).containsExactly("～", "𝄞");
    }

    @Test
    void refusesHalfASurrogatePair() {
        assertThatThrownBy(() -> ContextCodec.encode(Map.of("\uD834", "")))
                .hasMessage("The encryption context holds half a surrogate pair");
    }

    @Test
    void refusesMoreThanTwoBytesCanCount() {
        assertThatThrownBy(() -> ContextCodec.encode(Map.of("a", "x".repeat(40_000), "b", "y".repeat(40_000))))
                .hasMessage("The encryption context is longer than 65,535 bytes");
    }

    private static Map<String, String> randomContext(Random random) {
        var context = new HashMap<String, String>();
        for (int i = random.nextInt(8); i > 0; i--) {
            context.put(text(random), text(random));
        }
        return context;
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(1, 12), 0, Character.MAX_CODE_POINT + 1)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
