package dev.secondsource.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an offer runs.
 *
 * @param provider supplier id
 * @param id the provider's own name for it
 * @param country ISO 3166 alpha-2, or {@code ??} where the source names none
 * @param gridGramsPerKwh carbon intensity of the grid it draws on, gCO2e/kWh, by location; null if not known
 */
public record Region(String provider, String id, String country, @Nullable Fact<BigDecimal> gridGramsPerKwh) {
    /** The country is not known. */
    public static final String UNKNOWN_COUNTRY = "??";

    /** The region as known on a day. */
    Region visibleAt(LocalDate asOf) {
        return gridGramsPerKwh == null || gridGramsPerKwh.evidence().visibleAt(asOf) ? this : new Region(provider, id, country);
    }

    /** A region of whose grid nothing is known. */
    public Region(String provider, String id, String country) {
        this(provider, id, country, null);
    }
}
