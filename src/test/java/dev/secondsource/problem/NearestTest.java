package dev.secondsource.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> PARTS = List.of("H100-SXM", "H200-SXM", "Trainium2", "TPU-v6e", "fp4", "fp8");

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(Nearest.to("h100sxm", PARTS)).contains("H100-SXM");
        assertThat(Nearest.to("Trainuim2", PARTS)).contains("Trainium2");
    }

    @Test
    void findsTheOnlyNameThatBeginsLikeTheGiven() {
        assertThat(Nearest.to("H200", PARTS)).contains("H200-SXM");
        assertThat(Nearest.to("exp", List.of("evaluate", "explain"))).contains("explain");
        assertThat(Nearest.to("market", List.of("market offers", "market status"))).isEmpty();
    }

    @Test
    void saysNothingWhenNothingIsNearOrTwoAreAsNear() {
        assertThat(Nearest.to("Gaudi3", PARTS)).isEmpty();
        assertThat(Nearest.to("fp9", PARTS)).isEmpty();
        assertThat(Nearest.to("", PARTS)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), PARTS)).isEmpty();
    }

    @Test
    void suggestsTheWordElseAFewWordsElseTheirNumber() {
        assertThat(Nearest.suggestion("Trainum2", PARTS)).isEqualTo("did you mean Trainium2?");
        assertThat(Nearest.suggestion("fp9", List.of("fp8", "fp4"))).isEqualTo("use one of fp4, fp8");
        assertThat(Nearest.suggestion("x", IntStream.range(100, 117).mapToObj(i -> "part" + i).toList()))
                .isEqualTo("there are 17 to choose from");
    }

    @Test
    void countsASwapOnce() {
        assertThat(Nearest.edits("ab", "ba")).isEqualTo(1);
        assertThat(Nearest.edits("abc", "")).isEqualTo(3);
        assertThat(Nearest.edits("evlauate", "evaluate")).isEqualTo(1);
    }
}
