package dev.secondsource.decision;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.quantity.Money;
import java.util.List;
import java.util.Optional;

/** Knows how allocations that cost the same would fare if the world turned out otherwise than assumed. */
@FunctionalInterface
public interface Foresight {
    /** Knows nothing, so that ties go by the fixed order. */
    Foresight NONE = (base, alike) -> Optional.empty();

    /**
     * @param base the decision for the first of them
     * @param alike two or more
     * @return the largest regret of each over all scenarios, against the best of the others, in their order; empty if
     *     that cannot be said
     */
    Optional<List<Money>> largestRegrets(Decision base, List<Allocation> alike);
}
