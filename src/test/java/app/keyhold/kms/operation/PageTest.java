package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final List<String> ALL = List.of("c", "a", "b");

    @Test
    void aListThatFitsIsOnePage() {
        assertThat(page("list", 3, Optional.empty())).isEqualTo(new Page<>(ALL, Optional.empty()));
    }

    @Test
    void aMarkerGoesOnWhereThePageEnded() {
        Page<String> first = page("list", 2, Optional.empty());

        assertThat(first.items()).containsExactly("c", "a");
        assertThat(page("list", 2, first.nextMarker()).items()).containsExactly("b");
    }

    @Test
    void aMarkerFitsItsListAlone() {
        Optional<String> marker = page("list", 1, Optional.empty()).nextMarker();

        Refused.by(Fault.InvalidMarkerException, () -> page("another list", 1, marker));
    }

    @Test
    void aMarkerIsSafeInUrlsAndJson() {
        assertThat(page("list", 1, Optional.empty()).nextMarker().orElseThrow()).matches("[A-Za-z0-9_-]{19,}");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 17})
    void aChangedMarkerIsRefused(int position) {
        StringBuilder marker = new StringBuilder(page("list", 1, Optional.empty()).nextMarker().orElseThrow());
        marker.setCharAt(position, marker.charAt(position) == 'A' ? 'B' : 'A');

        Refused.by(Fault.InvalidMarkerException, () -> page("list", 1, Optional.of(marker.toString())));
    }

    private static Page<String> page(String list, int limit, Optional<String> marker) {
        return Page.of(list, ALL, item -> item, limit, marker);
    }
}
