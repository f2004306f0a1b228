package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    private static final List<String> PARTS = List.of("H100-SXM", "H200-SXM", "Trainium2", "TPU-v6e", "fp4", "fp8");

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(NearestName.to("h100sxm", PARTS)).contains("H100-SXM");
        assertThat(NearestName.to("Trainuim2", PARTS)).contains("Trainium2");
        assertThat(NearestName.to("H200", PARTS)).contains("H200-SXM");
    }

    @Test
    void saysNothingWhenNothingIsNearOrTwoAreAsNear() {
        assertThat(NearestName.to("Gaudi3", PARTS)).isEmpty();
        assertThat(NearestName.to("fp9", PARTS)).isEmpty();
        assertThat(NearestName.to("x".repeat(100_000), PARTS)).isEmpty();
    }

    @Test
    void countsASwapOnce() {
        assertThat(NearestName.between("ab", "ba")).isEqualTo(1);
        assertThat(NearestName.between("abc", "")).isEqualTo(3);
    }
}
