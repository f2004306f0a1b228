package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
    private final Alike.Gathering<Integer> gathering = new Alike.Gathering<>();

    @Test
    void saysANumberThatDiffersAsARange() {
        gathering.add("10 358 accelerators are needed; beyond 512 the capacity must be confirmed.", List.of(), 1);
        gathering.add("624 accelerators are needed; beyond 512 the capacity must be confirmed.", List.of(), 2);
        gathering.add("7.5 accelerators are needed; beyond 512 the capacity must be confirmed.", List.of(), 3);

        assertThat(gathering.kinds()).singleElement().satisfies(kind -> {
            assertThat(kind.sentence()).isEqualTo("7.5 to 10 358 accelerators are needed; beyond 512 the capacity must be confirmed.");
            assertThat(kind.about()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void listsNamesThatDifferAndCountsThemWhenThereAreMany() {
        for (String name : List.of("AMD", "NVIDIA", "AMD")) gathering.add(name + " has shown none.", List.of(name), 0);
        for (String name : List.of("rocm", "xla", "maia", "neuron")) gathering.add("Rewrite it for " + name + ".", List.of(name), 0);

        assertThat(gathering.kinds()).extracting(Alike::sentence).containsExactly("AMD or NVIDIA has shown none.", "Rewrite it for rocm, xla or 2 others.");
    }

    @Test
    void keepsApartWhatDiffersInWordsOrInsideAName() {
        gathering.add("The price is 1 day old.", List.of(), 0);
        gathering.add("The price is 2 days old.", List.of(), 0);
        gathering.add("the peak FP8 rate of A100-80GB", List.of(), 0);
        gathering.add("the peak FP4 rate of A100-80GB", List.of(), 0);
        gathering.add("known since 2026-05-29", List.of(), 0);

        assertThat(gathering.kinds()).extracting(Alike::sentence).containsExactly("The price is 1 day old.", "The price is 2 days old.",
                "the peak FP8 rate of A100-80GB", "the peak FP4 rate of A100-80GB", "known since 2026-05-29");
    }

    @Test
    void takesTheLongerNameFirstAndNoNameInsideAWord() {
        gathering.add("NVIDIA Cloud sells it.", List.of("NVIDIA", "NVIDIA Cloud"), 0);
        gathering.add("Uses xlaformer.", List.of("xla"), 0);

        assertThat(gathering.kinds()).extracting(Alike::sentence).containsExactly("NVIDIA Cloud sells it.", "Uses xlaformer.");
    }
}
