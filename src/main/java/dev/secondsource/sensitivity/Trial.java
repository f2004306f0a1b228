package dev.secondsource.sensitivity;

import dev.secondsource.decision.Decision;
import dev.secondsource.quantity.Money;

/**
 * What is kept of a decision made to see what would come out.
 *
 * @param choice what was decided
 * @param perMonth what the allocation costs, moves to other stacks included
 */
public record Trial(Choice choice, Money perMonth) {
    /** What is kept of a decision. */
    public static Trial of(Decision decision) {
        return new Trial(Choice.of(decision), decision.allocation().total());
    }
}
