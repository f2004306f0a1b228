package dev.secondsource.cost;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Owning against renting the same accelerator (TCO-01, F-OWN).
 *
 * @param plannedHours hours over the economic life that would be paid as rent: those of work, or all of them if the
 *     machine must stand
 * @param breakEvenHours capital ÷ (rent − running cost) an hour; null if nothing rents it or the rent is not higher
 * @param breakEvenHoursIfRentFalls the same after the policy's fall in rent; null if rent no longer covers running cost
 * @param breakEvenHoursIfRentRises the same after the policy's rise in rent
 * @param ownPerHour an own accelerator, capital cost included, by the hour that would be paid as rent (F-OWN)
 * @param ownPerHourIfRateRises the same at a cost of capital higher by the policy's step (TCO-11)
 * @param rentPerHour what an accelerator rents for, hidden costs included; null if nothing rents it
 * @param againstOffer the cheapest rented offer of the same accelerator it was compared with, null if none
 */
public record RentOrOwn(
        BigDecimal plannedHours,
        @Nullable BigDecimal breakEvenHours,
        @Nullable BigDecimal breakEvenHoursIfRentFalls,
        @Nullable BigDecimal breakEvenHoursIfRentRises,
        Money ownPerHour,
        Money ownPerHourIfRateRises,
        @Nullable Money rentPerHour,
        @Nullable String againstOffer) {

    /**
     * TCO-01, H* = K ÷ (rent − running cost): the hours of use after which buying is cheaper than renting.
     *
     * @param capital what the machine costs
     * @param rentPerHour what the same machine rents for
     * @param runningPerHour what it costs an hour to run an own one
     * @return null if the rent does not even cover the running cost
     * @throws IllegalArgumentException if the currencies differ
     */
    public static @Nullable BigDecimal breakEvenHours(Money capital, Money rentPerHour, Money runningPerHour) {
        Money saved = rentPerHour.minus(runningPerHour);
        return saved.isPositive() ? capital.ratioTo(saved) : null;
    }
}
