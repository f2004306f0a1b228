package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One price as a list prints it; nothing of it is believed yet.
 *
 * @param file name of the file, as the user gave it
 * @param line 1-based line of the row it is from
 * @param machine the provider's name for the unit sold; empty if the list names none
 * @param accelerator name of the accelerator as printed; null where the list names only machines
 * @param says all the row prints of machine and accelerator, in lower case: form factors are often found only there
 * @param count accelerators in the unit as printed, null if not printed
 * @param memoryGiB memory of one accelerator as printed, null if not printed
 * @param region the provider's name for it, possibly empty
 * @param zone as printed, null if it is not
 * @param pricing on-demand, spot or committed
 * @param termMonths given exactly when committed
 * @param price money an hour for the whole unit, whatever its sign
 * @param currency ISO 4217 as printed
 * @param note what a reader of the price must know, possibly empty
 */
public record Quote(
        String file,
        int line,
        String machine,
        @Nullable String accelerator,
        String says,
        @Nullable BigDecimal count,
        @Nullable BigDecimal memoryGiB,
        String region,
        @Nullable String zone,
        PricingKind pricing,
        @Nullable Integer termMonths,
        BigDecimal price,
        String currency,
        String note) {

    /** A refusal of this quote. */
    Refusal refuse(Reason reason, String subject, String what, String mend) {
        return new Refusal(file, line, reason, subject, what, mend);
    }

    /** The zone the price is for: spot prices differ by zone, what is sold on demand or for a term is sold by the region. */
    public @Nullable String pricedZone() {
        return pricing == PricingKind.SPOT ? zone : null;
    }

    /** Machine and region, for a sentence. */
    String named() {
        String place = pricedZone() == null ? region : region + "/" + zone;
        return (machine.isEmpty() ? accelerator : machine) + (place.isEmpty() ? "" : " in " + place);
    }
}
