package dev.secondsource.profile;

import dev.secondsource.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * A chip the buyer designs for itself. Null means: not stated, hence UNKNOWN.
 *
 * @param accelerator market id of the chip
 * @param displacedPerYear what the buyer would pay others a year for the work the chip does
 * @param leadTeamKept the people who lead its design are still there
 */
public record SelfBuild(String accelerator, @Nullable Money displacedPerYear, @Nullable Boolean leadTeamKept) {}
