package dev.secondsource.cost;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Owning against renting the same accelerator (TCO-01, F-OWN).
 *
 * @param plannedHours hours over the economic life the machine will do paid work
 * @param breakEvenHours capital ÷ (rent − running cost) an hour
 * @param breakEvenHoursIfRentFalls the same after the policy's fall in rent; null if rent no longer covers running cost
 * @param breakEvenHoursIfRentRises the same after the policy's rise in rent
 * @param againstOffer the cheapest rented offer of the same accelerator it was compared with, null if none
 */
public record RentOrOwn(
        BigDecimal plannedHours,
        @Nullable BigDecimal breakEvenHours,
        @Nullable BigDecimal breakEvenHoursIfRentFalls,
        @Nullable BigDecimal breakEvenHoursIfRentRises,
        @Nullable String againstOffer) {}
