package dev.secondsource.profile;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * Who can do the moving.
 *
 * @param mlPlatformFte engineers who keep the platform, full-time equivalents
 * @param stacks software stacks in production today: cuda, rocm, neuron, xla, gaudi, maia
 * @param costPerFteMonth loaded cost of one engineer-month, prices the porting
 */
public record Engineering(BigDecimal mlPlatformFte, List<String> stacks, Money costPerFteMonth) {
    public Engineering {
        stacks = List.copyOf(stacks);
    }
}
