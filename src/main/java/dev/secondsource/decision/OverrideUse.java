package dev.secondsource.decision;

import dev.secondsource.allocation.Limit;
import dev.secondsource.profile.SignedOverride;

/**
 * What becomes of an override in a decision.
 *
 * @param signed as the profile has it
 * @param effect what it does here
 */
public record OverrideUse(SignedOverride signed, Effect effect) {

    /** What an override does. */
    public enum Effect {
        /** Its rule blocks the allocation, or its limit is exceeded, and somebody answers for that: it becomes a condition. */
        LIFTS,
        /** Its rule blocks nothing of the allocation, or its limit holds. */
        UNNEEDED,
        /** It is signed after the day of the decision. */
        NOT_SEEN
    }

    /** Which rule, by whom, why and when, and what comes of it. */
    public String sentence() {
        return switch (effect) {
            case LIFTS -> (Limit.Kind.signable().contains(signed.rule()) ? "The limit " + signed.rule() : signed.rule()) + " is overridden by " + signed.by() + " on " + signed.on() + ": " + signed.reason() + ended();
            case UNNEEDED -> "The override of " + signed.rule() + " by " + signed.by() + " on " + signed.on()
                    + (Limit.Kind.signable().contains(signed.rule()) ? " is not needed: no such limit is exceeded."
                            : " is not needed: the rule blocks nothing of this allocation, and an override lifts no gate of a single candidate.");
            case NOT_SEEN -> "The override of " + signed.rule() + " by " + signed.by() + " is not seen: " + signed.on() + " is after the day of the decision.";
        };
    }

    private String ended() {
        return signed.reason().matches(".*[.!?]") ? "" : ".";
    }
}
