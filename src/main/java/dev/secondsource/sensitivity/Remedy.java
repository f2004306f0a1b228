package dev.secondsource.sensitivity;

import dev.secondsource.verdict.Verdict;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that lets an offer through, verified by deciding again.
 *
 * @param steps one if a single change is enough
 * @param then the offer's verdict with it
 * @param record fingerprint of the decision record made with it
 */
public record Remedy(List<Step> steps, Verdict then, String record) {
    public Remedy {
        steps = List.copyOf(steps);
    }

    /**
     * One input set otherwise.
     *
     * @param rules ids of the findings it is for; empty if it is for all
     * @param lever an input within its plausible range; null for something the profile states, which has none
     * @param at value of the lever, null without one
     * @param settings what to set
     */
    public record Step(List<String> rules, @Nullable Lever lever, @Nullable BigDecimal at, List<Setting> settings) {
        public Step {
            rules = List.copyOf(rules);
            settings = List.copyOf(settings);
        }

        /** Part of the plausible range that is used up; null for what has none. */
        public @Nullable BigDecimal part() {
            return lever == null || at == null ? null : lever.part(at);
        }
    }

    /** What to set to see it happen. */
    public List<Setting> settings() {
        return steps.stream().flatMap(s -> s.settings().stream()).toList();
    }
}
