package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import dev.secondsource.market.SoldAs;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote whose contents are known: what becomes a row of the market's offers.
 *
 * @param quote as printed
 * @param machine the provider's name for the unit, never empty
 * @param accelerator market id
 * @param chips whole chips in the unit
 * @param soldAs what the unit is, null if not known
 */
public record Entry(Quote quote, String machine, String accelerator, int chips, @Nullable SoldAs soldAs) {

    /** What makes an offer the same offer on another day. */
    List<String> key() {
        return key(machine, quote.region(), quote.pricedZone(), quote.pricing(), quote.termMonths());
    }

    static List<String> key(String machine, String region, @Nullable String zone, PricingKind pricing, @Nullable Integer term) {
        return List.of(machine, region, zone == null ? "" : zone, pricing.name(), term == null ? "" : term.toString());
    }

    BigDecimal perChip() {
        return quote.price().divide(BigDecimal.valueOf(chips), MathContext.DECIMAL64);
    }

    /** Where the market has it. */
    Entry in(String region, @Nullable String zone) {
        Quote q = quote;
        return new Entry(new Quote(q.file(), q.line(), q.machine(), q.accelerator(), q.says(), q.count(), q.memoryGiB(), region, zone, q.pricing(), q.termMonths(),
                q.price(), q.currency(), q.note()), machine, accelerator, chips, soldAs);
    }

    Refusal refuse(Reason reason, String what, String mend) {
        return quote.refuse(reason, machine, what, mend);
    }
}
