package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void isAsLongAsItsShareToAnEighthOfAColumn() {
        assertThat(Bar.of(1, 4)).isEqualTo("████");
        assertThat(Bar.of(0.5, 4)).isEqualTo("██");
        assertThat(Bar.of(0.53125, 4)).isEqualTo("██▏");
        assertThat(Text.columns(Bar.of(0.53125, 4))).isEqualTo(3);
    }

    @Test
    void showsWhatIsAboveNothingAndNothingElse() {
        assertThat(Bar.of(0.0001, 10)).isEqualTo("▏");
        assertThat(Bar.of(0, 10)).isEmpty();
        assertThat(Bar.of(7, 3)).isEqualTo("███");
    }
}
