package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"80..192, 80, true", "80..192, 192, true", "80..192, 192.5, false", "80..192, 79, false", "..3.5, 3.5, true", "..3.5, 3.51, false", "8.., 9, true", "8.., 7, false", "8, 8.0, true", "8, 9, false"})
    void holdsItsBoundsAndWhatIsBetween(String text, BigDecimal value, boolean held) {
        assertThat(Span.read(text).orElseThrow().holds(value)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "192..80", "-1..2", "1...2", "1-2", "1e3", "eight", "1..2..3", " 8"})
    void isNotReadOfAnythingElse(String text) {
        assertThat(Span.read(text)).isEmpty();
    }

    @Test
    void whatIsNotKnownPassesNoBound() {
        assertThat(Span.read("0..").orElseThrow().holds(null)).isFalse();
        assertThat(Span.ALL.holds(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80..192", "80..", "..3.5", "8"})
    void writesWhatItReads(String text) {
        assertThat(Span.read(text)).get().hasToString(text);
    }
}
