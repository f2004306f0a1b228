package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one row lists, before its prices: turns each price cell of the row into a quote or a refusal.
 *
 * @param currency of a price that bears no mark of its own
 */
record Listing(
        String file,
        int line,
        String machine,
        @Nullable String accelerator,
        String says,
        @Nullable BigDecimal count,
        @Nullable BigDecimal memoryGiB,
        String region,
        @Nullable String zone,
        String currency) {

    /** All texts of a row that may tell a form factor. */
    static String says(@Nullable String... texts) {
        StringBuilder says = new StringBuilder();
        for (String text : texts) if (text != null) says.append(' ').append(text.toLowerCase(Locale.ROOT));
        return says.toString();
    }

    /** @param printed the cell as it stands */
    void price(String printed, PricingKind pricing, @Nullable Integer term, String note, Sink sink) {
        Figures.Price price = Figures.price(printed);
        if (price == null)
            sink.refuse(new Refusal(file, line, Reason.NOT_A_PRICE, machine, "\"" + printed + "\" is not a price", "a price is plain digits with a decimal point"));
        else quote(price.amount(), price.currency() == null ? currency : price.currency(), pricing, term, note, sink);
    }

    void quote(BigDecimal price, String inCurrency, PricingKind pricing, @Nullable Integer term, String note, Sink sink) {
        sink.quote(new Quote(file, line, machine, accelerator, says, count, memoryGiB, region, zone, pricing, term, price, inCurrency, note));
    }

    /**
     * Whether what is listed holds on the day the list speaks of; if not, it is refused.
     *
     * @param from first day it holds, null if not told
     * @param until last day it holds, null if not told
     */
    boolean holds(@Nullable LocalDate from, @Nullable LocalDate until, Sink sink) {
        boolean early = from != null && from.isAfter(sink.asOf());
        if (!early && (until == null || !until.isBefore(sink.asOf()))) return true;
        sink.refuse(refuse(Reason.NOT_IN_FORCE, machine, machine + (early ? " has this price from " + from : " had this price until " + until) + ", and the list is taken as of " + sink.asOf(),
                early ? "import it on the day it begins" : "import a newer list"));
        return false;
    }

    Refusal refuse(Reason reason, String subject, String what, String mend) {
        return new Refusal(file, line, reason, subject, what, mend);
    }
}
