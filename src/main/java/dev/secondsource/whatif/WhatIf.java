package dev.secondsource.whatif;

import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.decision.Decision;
import java.util.List;

/**
 * What would be decided if inputs were otherwise, against what is decided as they are.
 *
 * @param applied what was set, in order
 * @param before the decision as things are
 * @param change what differs in the decision made anew
 */
public record WhatIf(List<Applied> applied, Decision before, DecisionChange change) {
    public WhatIf {
        applied = List.copyOf(applied);
    }
}
