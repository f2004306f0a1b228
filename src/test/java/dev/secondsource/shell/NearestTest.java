package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("evaluate", "explain", "batch");

    @Test
    void countsASwapOfNeighboursAsOne() {
        assertThat(Nearest.distance("evlauate", "evaluate")).isEqualTo(1);
        assertThat(Nearest.distance("", "batch")).isEqualTo(5);
        assertThat(Nearest.distance("bat", "batch")).isEqualTo(2);
    }

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Nearest.to("evalaute", KNOWN)).contains("evaluate");
        assertThat(Nearest.to("exp", KNOWN)).contains("explain");
    }

    @Test
    void findsNothingForAnotherWord() {
        assertThat(Nearest.to("recommend", KNOWN)).isEmpty();
    }
}
