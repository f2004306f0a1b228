package dev.secondsource.profile;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place of the buyer's own where machines can stand.
 *
 * @param id kebab-case
 * @param jurisdiction ISO 3166 alpha-2 country
 * @param powerKw electrical power free for IT equipment, kW
 * @param rackKw most a single rack can take, kW
 * @param liquidCooling whether liquid-cooled racks can be connected
 * @param pue power usage effectiveness, 1 or more
 * @param electricityPerKwh price of electricity
 * @param gridGramsPerKwh carbon intensity by location, gCO2e/kWh
 * @param renewableShare share of its electricity covered by renewable sources, bought or made, 0–1; null if not stated
 * @param inOperationSince first day of operation, null if not stated
 */
public record Site(
        String id,
        String jurisdiction,
        BigDecimal powerKw,
        BigDecimal rackKw,
        boolean liquidCooling,
        BigDecimal pue,
        Money electricityPerKwh,
        BigDecimal gridGramsPerKwh,
        @Nullable BigDecimal renewableShare,
        @Nullable LocalDate inOperationSince) {}
