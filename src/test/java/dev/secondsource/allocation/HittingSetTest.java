package dev.secondsource.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HittingSetTest {

    @Test
    void isEmptyForNoSets() {
        assertThat(HittingSet.smallest(List.<List<String>>of(), 3)).contains(List.of());
    }

    /** Greedily b would be taken first, for it is in most, and two more would be needed. */
    @Test
    void isTheSmallestAndNotTheGreediest() {
        List<List<String>> sets = List.of(List.of("a", "b"), List.of("a", "x"), List.of("b", "c"), List.of("c", "y"), List.of("a", "z"));

        assertThat(HittingSet.smallest(sets, 3)).contains(List.of("a", "c"));
    }

    @Test
    void isNotFoundBeyondTheSizeAllowed() {
        assertThat(HittingSet.smallest(List.of(List.of("a"), List.of("b"), List.of("c")), 2)).isEmpty();
    }
}
